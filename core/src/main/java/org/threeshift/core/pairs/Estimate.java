package org.threeshift.core.pairs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What waiting at this hour of the week led to before. Whoever gave up counts among those who came: leaving them out would promise
 * more than there was.
 *
 * @param came   how many waited
 * @param paired how many of them found a partner
 * @param half   within which time half of those had; absent when none had
 */
public record Estimate(int came, int paired, Optional<Duration> half) {
    /** Of fewer there is nothing to say. */
    static final int LEAST = 5;

    /** Absent when too few came to tell. */
    static Optional<Estimate> of(List<PastWait> waits) {
        if (waits.size() < LEAST) {
            return Optional.empty();
        }
        List<Duration> found = waits.stream()
                .filter(PastWait::paired)
                .map(PastWait::length)
                .sorted()
                .toList();
        return Optional.of(new Estimate(
                waits.size(),
                found.size(),
                found.isEmpty() ? Optional.empty() : Optional.of(found.get((found.size() - 1) / 2))));
    }
}
