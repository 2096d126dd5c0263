package org.threeshift.core.entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.people.PersonId;

/** Where invitations to the installation are kept, by the hash of their secret. */
interface InviteStore {
    void add(Invite invite, byte[] hash);

    Optional<Invite> find(byte[] hash);

    Optional<Invite> find(InviteId id);

    /** @return false when it was used or revoked meanwhile */
    boolean use(InviteId id, PersonId by, Instant at);

    /** @return false when it was used or revoked meanwhile */
    boolean revoke(InviteId id, Instant at);

    /** Ends the open ones for a cohort: those to an address, or all. */
    void revoke(CohortId cohort, Optional<String> email, Instant at);

    /** Another secret instead of the one before. @return false when it was used or revoked meanwhile */
    boolean renew(InviteId id, byte[] hash, Instant expiresAt);

    /**
     * Those of a state, the newest first.
     *
     * @param by whose; everybody's when absent
     */
    List<Invites.Listed> list(Optional<PersonId> by, Invite.State state, Instant now, int skip, int limit);

    /** @return how many were removed of those that were over, used or not, before then */
    int removeOver(Instant before);
}
