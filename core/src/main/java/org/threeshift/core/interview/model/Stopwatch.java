package org.threeshift.core.interview.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A clock that can stand still.
 *
 * @param passed time in stretches that are over
 * @param since  when the running stretch began; absent while it stands still
 */
public record Stopwatch(Duration passed, Optional<Instant> since) {

    /** What it shows at a moment. The clocks of two nodes may differ a little: time never runs backwards. */
    public Duration at(Instant now) {
        return since.filter(now::isAfter)
                .map(start -> passed.plus(Duration.between(start, now)))
                .orElse(passed);
    }

    /** As it stands when it is stopped at a moment. */
    public Stopwatch stopped(Instant when) {
        return new Stopwatch(at(when), Optional.empty());
    }
}
