package org.threeshift.core.scorecard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Durations, put together. */
final class Times {
    private Times() {}

    /** The middle one; half-way between the two in the middle of an even number. */
    static Optional<Duration> median(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        int half = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                sorted.size() % 2 == 1
                        ? sorted.get(half)
                        : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(2));
    }
}
