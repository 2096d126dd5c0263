package org.threeshift.core.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/** Where passkeys are kept, and what authenticators are asked to sign. */
interface PasskeyStore {
    /** @return false when the credential is known already */
    boolean add(Passkey passkey);

    Optional<Passkey> find(String id);

    /** In the order in which they were added. */
    List<Passkey> of(PersonId person);

    /** @return whether the person has such a passkey */
    boolean rename(PersonId person, String id, String label);

    /** @return whether the person had such a passkey */
    boolean remove(PersonId person, String id);

    /** @return how many the person had */
    int removeAll(PersonId person);

    void used(String id, long signatureCount, boolean backedUp, Instant at);

    /** Forgets challenges that are over, too. */
    void putChallenge(byte[] hash, Optional<PersonId> person, Instant now, Instant expiresAt);

    /** @return false for a challenge that is unknown, over, another's or taken before */
    boolean takeChallenge(byte[] hash, Optional<PersonId> person, Instant now);
}
