package org.threeshift.core.people;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.people.SetupLinks.Purpose;

/** Where one-time links are kept, by the hash of their secret. */
interface SetupLinkStore {
    record Link(
            Purpose purpose,
            Optional<PersonId> person,
            Instant createdAt,
            Instant expiresAt,
            Optional<Instant> usedAt) {}

    /** Adds a link and removes unused ones of the same purpose and person. */
    void replace(Link link, byte[] hash);

    Optional<Link> find(byte[] hash);

    /** @return false when the link is unknown, of another purpose, used or expired */
    boolean use(byte[] hash, Purpose purpose, Instant at);
}
