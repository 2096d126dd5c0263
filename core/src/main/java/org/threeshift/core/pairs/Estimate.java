package org.threeshift.core.pairs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What waiting at this hour of the week led to before. Each time counts, whoever it was; whoever gave up counts too: leaving them out
 * would promise more than there was.
 *
 * @param came   how often somebody waited, the same people more than once
 * @param paired how often they found a partner
 * @param half   within which time in half of those; absent where there are none
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
