package org.threeshift.core.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often something may be tried: so many times freely, then after waits that double up to a longest one. Tries made during a
 * wait are refused and lengthen nothing, so that a stranger's trying never shuts anybody out for good; and with time tries are forgotten, one by one.
 *
 * @param waits   the wait after the first, the second … try; the last holds for all further ones
 * @param forgets the time in which one try is forgotten
 */
record Pace(List<Duration> waits, Duration forgets) {
    Pace {
        waits = List.copyOf(waits);
        if (waits.isEmpty() || !forgets.isPositive()) {
            throw new IllegalArgumentException("a pace needs waits, and forgets some time");
        }
    }

    /** @param free how many tries in a row are followed by no wait; at least one */
    static Pace of(int free, Duration first, Duration longest, Duration forgets) {
        Stream<Duration> growing = Stream.concat(
                Stream.iterate(first, wait -> wait.compareTo(longest) < 0, wait -> wait.multipliedBy(2)),
                Stream.of(longest));
        return new Pace(
                Stream.concat(Stream.generate(() -> Duration.ZERO).limit(free), growing)
                        .toList(),
                forgets);
    }

    Tries first(Instant now) {
        return new Tries(1, now, now.plus(waits.getFirst()), false);
    }

    Tries next(Tries before, Instant now) {
        if (before.until().isAfter(now) && before.until().isAfter(before.last())) {
            return new Tries(before.count(), before.last(), before.until(), true);
        }
        long forgotten = Math.max(Duration.between(before.last(), now).dividedBy(forgets), 0);
        int count = (int) Math.min(Math.max(before.count() - forgotten, 0) + 1, waits.size());
        // The clocks of two nodes differ a little; what one has counted the other does not make older.
        Instant last = now.isAfter(before.last()) ? now : before.last();
        return new Tries(count, last, last.plus(waits.get(count - 1)), false);
    }

    /**
     * What is remembered of the tries at one thing.
     *
     * @param count   not forgotten yet, at most as many as there are waits
     * @param until   when the next may come
     * @param refused whether the latest came too early
     */
    record Tries(int count, Instant last, Instant until, boolean refused) {
        Throttle.Pass pass(Instant now) {
            return refused ? new Throttle.Pass.Wait(Duration.between(now, until)) : new Throttle.Pass.Go();
        }
    }
}
