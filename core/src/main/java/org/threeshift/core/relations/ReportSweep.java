package org.threeshift.core.relations;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/** Reports, two years after an admin has handled them. */
@Component
final class ReportSweep implements Sweep {
    private static final Duration KEPT_FOR = Duration.ofDays(730);

    private final PostgresReportStore store;

    ReportSweep(PostgresReportStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "member-reports";
    }

    @Override
    public int sweep(Instant now) {
        return store.removeHandledBefore(now.minus(KEPT_FOR));
    }
}
