package org.threeshift.core.notice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * One week somewhere, from Monday to Sunday by the wall clocks there.
 *
 * @param monday with which it begins
 */
record Week(LocalDate monday, ZoneId zone) {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** The week whose summary is due: from Monday morning until Monday's end. */
    static Optional<Week> due(Instant now, ZoneId zone) {
        ZonedDateTime there = now.atZone(zone);
        return there.getDayOfWeek() == DayOfWeek.MONDAY && !there.toLocalTime().isBefore(MORNING)
                ? Optional.of(new Week(there.toLocalDate(), zone))
                : Optional.empty();
    }

    Instant start() {
        return monday.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return monday.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(zone)
                .toInstant();
    }

    /** The one before, of which the summary tells. */
    Week before() {
        return new Week(monday.minusWeeks(1), zone);
    }

    /**
     * What somebody's week came to.
     *
     * @param held  interviews of the week before, on whichever chair
     * @param ready scorecards that came in it
     * @param ahead interviews that are agreed on for the week
     * @param owed  sheets that they owe
     * @param next  when the next interview is
     */
    record Sum(PersonId person, int held, int ready, int ahead, int owed, Optional<Instant> next) {}

    Notice summary(Sum sum, Instant now) {
        return new Notice(
                "week:" + monday,
                Kind.WEEKLY_SUMMARY,
                sum.person(),
                Map.of(
                        "held",
                        Integer.toString(sum.held()),
                        "ready",
                        Integer.toString(sum.ready()),
                        "ahead",
                        Integer.toString(sum.ahead()),
                        "owed",
                        Integer.toString(sum.owed()),
                        "next",
                        sum.next().map(Instant::toString).orElse("")),
                Optional.empty(),
                "/home",
                now,
                monday.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
