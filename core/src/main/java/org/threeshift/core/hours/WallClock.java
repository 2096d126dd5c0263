package org.threeshift.core.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** When a wall clock shows what. {@link WeeklyHours} states the rules for hours that are left out or come twice. */
record WallClock(ZoneId zone) {
    /** Open from the first moment at which the clock has come to {@code from} to the first at which it has come to {@code until}. */
    Optional<Span> open(LocalDate date, LocalTime from, LocalTime until) {
        return span(first(date.atTime(from)), first(end(date, from, until)));
    }

    /** As {@link #open}, but to the end of the second pass where {@code until} comes twice. */
    Optional<Span> closed(LocalDate date, LocalTime from, LocalTime until) {
        return span(first(date.atTime(from)), last(end(date, from, until)));
    }

    LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    static boolean passesMidnight(LocalTime from, LocalTime until) {
        return !from.isBefore(until) && !until.equals(LocalTime.MIDNIGHT);
    }

    static void needMinutes(LocalTime... times) {
        for (LocalTime time : times) {
            if (!time.truncatedTo(ChronoUnit.MINUTES).equals(time)) {
                throw new IllegalArgumentException("Hours are told to the minute, not " + time);
            }
        }
    }

    /** The first moment at which the clock has reached the time: the end of the gap when it never shows it. */
    private Instant first(LocalDateTime time) {
        return at(time, true);
    }

    private Instant last(LocalDateTime time) {
        return at(time, false);
    }

    private Instant at(LocalDateTime time, boolean firstPass) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        ZonedDateTime shown = time.atZone(zone);
        return (firstPass ? shown.withEarlierOffsetAtOverlap() : shown.withLaterOffsetAtOverlap()).toInstant();
    }

    private static LocalDateTime end(LocalDate date, LocalTime from, LocalTime until) {
        return (from.isBefore(until) ? date : date.plusDays(1)).atTime(until);
    }

    private static Optional<Span> span(Instant from, Instant until) {
        return from.isBefore(until) ? Optional.of(new Span(from, until)) : Optional.empty();
    }
}
