package org.threeshift.core.evening;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/** Practice evenings, a year after they were. The interviews that came of them stay as others do. */
@Component
final class EveningSweep implements Sweep {
    private static final Duration KEPT_FOR = Duration.ofDays(365);

    private final PostgresEvenings store;

    EveningSweep(PostgresEvenings store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "evenings";
    }

    @Override
    public int sweep(Instant now) {
        return store.removeBefore(now.minus(KEPT_FOR));
    }
}
