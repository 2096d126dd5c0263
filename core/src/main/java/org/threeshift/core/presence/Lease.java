package org.threeshift.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * That a tab was here.
 *
 * @param since  when it came
 * @param seenAt its last beat
 * @param leftAt when it said goodbye; absent when it has not, or has come again since
 */
record Lease(PersonId person, ConnectionId connection, Instant since, Instant seenAt, Optional<Instant> leftAt) {
    /** Two missed beats of a browser, which beats each 2.5 seconds. */
    static final Duration LOST_AFTER = Duration.ofMillis(6_500);
    /** So long does the seat of somebody whose connection was lost count as taken. */
    static final Duration GONE_AFTER = Duration.ofMinutes(1);
    /** A page that is loaded again says goodbye, too: whoever is back by then has never been away. */
    static final Duration LEAVES_WITHIN = Duration.ofSeconds(4);
    /** A beat that comes so soon after a goodbye was probably sent before it, and does not take it back. */
    static final Duration STRAGGLES_WITHIN = Duration.ofSeconds(1);

    static Lease fresh(PersonId person, ConnectionId connection, Instant now) {
        return new Lease(person, connection, now, now, Optional.empty());
    }

    Lease renewedAt(Instant now) {
        return goneAt(now)
                ? fresh(person, connection, now)
                : new Lease(
                        person,
                        connection,
                        since,
                        now,
                        leftAt.filter(at -> !at.plus(STRAGGLES_WITHIN).isBefore(now)));
    }

    /** When it was last heard of. */
    Instant heardAt() {
        return leftAt.orElse(seenAt);
    }

    boolean lostAt(Instant now) {
        return seenAt.plus(LOST_AFTER).isBefore(now);
    }

    boolean goneAt(Instant now) {
        return seenAt.plus(GONE_AFTER).isBefore(now)
                || leftAt.filter(at -> at.plus(LEAVES_WITHIN).isBefore(now)).isPresent();
    }
}
