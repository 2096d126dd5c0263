package org.threeshift.core.booking;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.hours.WeeklyHours;

/**
 * When one coach can be booked. A session lies whole within their open hours, and keeps its buffers free of everything that they are
 * busy with. What is booked keeps the buffers of its own page as well: between two sessions the longer of the two applies. It begins on the grid of {@link Rules#stepMinutes}, no sooner than the notice, no later than the last day, and on no day
 * that is full. A day is a date of the coach's wall clock: the zone of their hours.
 *
 * @param booked their other bookings, whichever page they were made on
 */
public record FreeHours(WeeklyHours hours, Spans busy, List<Booked> booked, Rules rules) {
    /** Every distance from UTC that is in use is a multiple of it, so that it finds all starts of any wall clock. */
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /**
     * A session that is booked already.
     *
     * @param before kept free before it, as the page on which it was booked says now; nothing once that page is gone
     * @param after  the same after it
     */
    public record Booked(Span span, Duration before, Duration after) {
        private Span kept() {
            return span.widened(before, after);
        }
    }

    public FreeHours {
        booked = List.copyOf(booked);
    }

    /**
     * The starts of sessions of this length that begin in a stretch of time, in order. The work grows with the days of it that lie
     * between the notice and the last day, and with what the coach is busy with then.
     *
     * @param elsewhere when whoever books has something else
     */
    public List<Instant> starts(Duration length, Span within, Spans elsewhere, Instant now) {
        ZoneId zone = hours.zone();
        Instant from = later(within.from(), now.plus(rules.notice()));
        LocalDate lastDay = LocalDate.ofInstant(now, zone).plusDays(rules.daysAhead());
        // Clocks that are put back over midnight show the last day again after the next one has begun.
        Instant until =
                earlier(within.until(), lastDay.plusDays(2).atStartOfDay(zone).toInstant());
        if (!from.isBefore(until)) {
            return List.of();
        }
        Map<LocalDate, Long> sessions = booked.stream()
                .collect(groupingBy(one -> LocalDate.ofInstant(one.span().from(), zone), counting()));
        return hours.between(from, until.plus(length)).minus(kept()).minus(elsewhere).starts(length, QUARTER).stream()
                .filter(start -> start.isBefore(until))
                .filter(start -> offered(start.atZone(zone), lastDay, sessions))
                .toList();
    }

    private boolean offered(ZonedDateTime start, LocalDate lastDay, Map<LocalDate, Long> sessions) {
        return !start.toLocalDate().isAfter(lastDay)
                && start.getMinute() % rules.stepMinutes() == 0
                && sessions.getOrDefault(start.toLocalDate(), 0L) < rules.mostADay();
    }

    /** As above, for whoever has nothing else. */
    public List<Instant> starts(Duration length, Span within, Instant now) {
        return starts(length, within, Spans.NONE, now);
    }

    /** Whether a session of this length can begin then. */
    public boolean has(Instant start, Duration length, Instant now) {
        return starts(length, Span.of(start, Duration.ofMinutes(1)), now).contains(start);
    }

    /**
     * What comes before somebody is busy keeps the buffer after a session, and what comes after it the buffer before one. A session
     * that is booked keeps its own buffers besides.
     */
    private Spans kept() {
        return Spans.of(Stream.concat(
                        busy.all().stream()
                                .map(span -> span.widened(/* before= */ rules.after(), /* after= */ rules.before())),
                        booked.stream().map(Booked::kept))
                .toList());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
