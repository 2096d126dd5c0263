package org.threeshift.core.health;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One running program.
 *
 * @param name   its machine and port
 * @param seenAt its last beat, by its own clock
 */
public record Node(UUID id, String name, String version, Instant startedAt, Instant seenAt) {
    /** How often a node beats. */
    public static final Duration BEAT = Duration.ofSeconds(20);

    /** Three beats missed, and it counts as gone. */
    public boolean here(Instant now) {
        return seenAt.plus(BEAT.multipliedBy(3)).isAfter(now);
    }
}
