package org.threeshift.core.pairs;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/** Pairs that nothing comes of any more, draws, and how long people waited: all of it after a year. */
@Component
final class PairSweep implements Sweep {
    private static final Duration KEPT_FOR = Duration.ofDays(365);

    private final PostgresPairs pairs;
    private final PostgresDraws draws;
    private final PostgresWaiting waiting;

    PairSweep(PostgresPairs pairs, PostgresDraws draws, PostgresWaiting waiting) {
        this.pairs = pairs;
        this.draws = draws;
        this.waiting = waiting;
    }

    @Override
    public String name() {
        return "pairs";
    }

    @Override
    public int sweep(Instant now) {
        Instant before = now.minus(KEPT_FOR);
        return pairs.removeBefore(before) + draws.removeBefore(before) + waiting.removeBefore(before);
    }
}
