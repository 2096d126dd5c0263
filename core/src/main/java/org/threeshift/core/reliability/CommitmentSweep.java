package org.threeshift.core.reliability;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/** What became of commitments, two years after: by then it counts less than a thousandth. */
@Component
final class CommitmentSweep implements Sweep {
    private static final Duration KEPT_FOR = Duration.ofDays(730);

    private final PostgresCommitments store;

    CommitmentSweep(PostgresCommitments store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "commitments";
    }

    @Override
    public int sweep(Instant now) {
        return store.removeBefore(now.minus(KEPT_FOR));
    }
}
