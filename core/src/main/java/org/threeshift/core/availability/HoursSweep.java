package org.threeshift.core.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/** Dates with other hours, a month after they are over. */
@Component
final class HoursSweep implements Sweep {
    private static final int DAYS_KEPT = 30;

    private final PostgresHours store;

    HoursSweep(PostgresHours store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "dated-hours";
    }

    @Override
    public int sweep(Instant now) {
        return store.removeDatesBefore(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS_KEPT));
    }
}
