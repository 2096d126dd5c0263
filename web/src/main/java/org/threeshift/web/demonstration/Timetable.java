package org.threeshift.web.demonstration;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.threeshift.web.demonstration.Booking.Ending;

/**
 * When things happen, seen from now: on working days and in working hours, except what happens today. What is past lies
 * before now.
 */
record Timetable(Instant now) {

    /** When an interview is to start. */
    Instant start(Booking booking, ZoneId zone) {
        return booking.minutes()
                .map(minutes -> now.plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.MINUTES))
                .orElseGet(() -> workingDay(booking.days().orElseThrow(), zone)
                        .atTime(booking.at().orElseThrow())
                        .atZone(zone)
                        .toInstant());
    }

    /** When it was set up. */
    Instant setUp(Booking booking, Instant start, Dice dice) {
        if (booking.minutes().isPresent() || booking.end() == Ending.SCHEDULED) {
            return now.minus(Duration.ofHours(20)).minusSeconds(dice.between(0, 3600));
        }
        return start.minus(Duration.ofDays(dice.between(2, 6))).plusSeconds(dice.between(-2700, 5400));
    }

    /** The morning after, in the zone. */
    Instant nextMorning(Instant moment, ZoneId zone, Dice dice) {
        LocalDate next = moment.atZone(zone).toLocalDate().plusDays(1);
        while (isWeekend(next)) {
            next = next.plusDays(1);
        }
        return ZonedDateTime.of(next, LocalTime.of(9, 10), zone).toInstant().plusSeconds(dice.between(0, 4800));
    }

    private LocalDate workingDay(int days, ZoneId zone) {
        LocalDate day = now.atZone(zone).toLocalDate().plusDays(days);
        while (isWeekend(day)) {
            day = day.plusDays(days < 0 ? -1 : 1);
        }
        return day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
