package org.threeshift.core.busy;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/** When somebody was busy, a week after it. */
@Component
final class OldBusySpans implements Sweep {
    private static final Duration KEPT = Duration.ofDays(7);

    private final PostgresOutsideCalendars store;

    OldBusySpans(PostgresOutsideCalendars store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "busy-spans";
    }

    @Override
    public int sweep(Instant now) {
        return store.forget(now.minus(KEPT));
    }
}
