package org.threeshift.core.booking;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/** What candidates answered before a session, a year after it. That it was booked stays with the interview. */
@Component
final class AnswerSweep implements Sweep {
    private static final Duration KEPT_FOR = Duration.ofDays(365);

    private final PostgresBookings store;

    AnswerSweep(PostgresBookings store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "booking-answers";
    }

    @Override
    public int sweep(Instant now) {
        return store.removeAnswers(now.minus(KEPT_FOR));
    }
}
