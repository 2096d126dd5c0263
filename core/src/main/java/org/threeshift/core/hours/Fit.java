package org.threeshift.core.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * Which of somebody's hours hold a sitting of some length. Hours that meet count as one; of changes of the clock nothing is known
 * here, as nobody says their week for one night of the year.
 *
 * @param least how long a sitting lasts
 */
public record Fit(WeeklyHours hours, Duration least) {
    /** Any Monday will do. */
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    /** Whether there is any hour at all in which a sitting fits, in the week or on a single day. */
    public boolean any() {
        return hours.windows().stream().anyMatch(this::holds)
                || hours.exceptions().stream().anyMatch(one -> one.kind() == DatedWindow.Kind.OPEN && holds(one));
    }

    /** @param window of the week */
    public boolean holds(Window window) {
        LocalDate day = window.day() == DayOfWeek.MONDAY ? MONDAY : MONDAY.with(TemporalAdjusters.next(window.day()));
        return holds(new WeeklyHours(ZoneOffset.UTC, hours.windows(), List.of()), day, window.from());
    }

    /** @param open other hours of a single day */
    public boolean holds(DatedWindow open) {
        return holds(new WeeklyHours(ZoneOffset.UTC, hours.windows(), hours.exceptions()), open.date(), open.from());
    }

    private boolean holds(WeeklyHours plain, LocalDate day, LocalTime from) {
        Instant start = day.atTime(from).toInstant(ZoneOffset.UTC);
        Duration around = least.plusDays(1);
        return plain.between(start.minus(around), start.plus(around)).all().stream()
                .filter(span -> span.contains(start))
                .anyMatch(span -> span.length().compareTo(least) >= 0);
    }
}
