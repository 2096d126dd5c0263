package org.threeshift.core.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where invitations are kept, by the hash of their secret. */
interface InvitationStore {
    void add(Invitation invitation, byte[] hash, Instant at);

    Optional<Invitation> find(byte[] hash);

    /** @return the invitation when it is now the person's; nothing when it is somebody else's */
    Optional<Invitation> bind(byte[] hash, PersonId person);

    /** Takes out those by which this person comes back into the interview. */
    void endBack(UUID interview, PersonId person);

    /** Keeps the invitations to an interview open until then, where they would have ended before. */
    void extend(UUID interview, Instant expiresAt);
}
