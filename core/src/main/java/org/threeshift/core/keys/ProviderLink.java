package org.threeshift.core.keys;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * A provider by which somebody signs in.
 *
 * @param email what the provider confirmed when the two were linked
 */
public record ProviderLink(
        String provider, String subject, PersonId person, String email, Instant linkedAt, Optional<Instant> usedAt) {}
