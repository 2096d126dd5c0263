package org.threeshift.core.token;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * A token as its owner sees it afterwards: everything but the secret.
 *
 * @param name       what the owner calls it, 1 to 60 characters
 * @param lastUsedAt to the minute; absent while it was never used
 */
public record AccessToken(
        AccessTokenId id,
        PersonId person,
        String name,
        Scope scope,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt) {
    public boolean over(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
