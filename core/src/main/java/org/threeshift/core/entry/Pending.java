package org.threeshift.core.entry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An account that its person has not confirmed yet.
 *
 * @param browser the hash of the secret of the browser in which it was asked for, in hexadecimal
 * @param next    the path to go on to once it is confirmed, from the root; may be empty
 */
record Pending(
        String email,
        String name,
        ZoneId zone,
        String passwordHash,
        Optional<String> browser,
        Optional<InviteId> invite,
        String next,
        Instant createdAt,
        Instant expiresAt) {}
