package org.threeshift.core.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/** Where tokens are kept, by the hash of their secret. */
interface AccessTokenStore {
    void add(AccessToken token, byte[] hash);

    Optional<AccessToken> find(byte[] hash);

    /** Of one person, the newest first, those that are over among them. */
    List<AccessToken> of(PersonId person);

    /** Notes a use, unless one was noted since {@code before}. */
    void used(AccessTokenId token, Instant at, Instant before);

    /** @return false when the person has no such token */
    boolean remove(PersonId person, AccessTokenId token);

    int removeAll(PersonId person);
}
