package org.threeshift.core.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * When somebody can, told as people tell it: hours of the week by the clock on their wall, and dates on which it is otherwise.
 *
 * <p><b>Exceptions.</b> What is closed on a date is taken from the weekly hours, whichever day's window it belongs to; what is
 * open on a date is then added, and so holds even where the same date is closed. To replace a day, close it and open other hours.
 *
 * <p><b>When clocks change.</b> A window opens at the first moment at which the wall clock has come to its start and closes at the
 * first at which it has come to its end:
 * <ul>
 *   <li>Of an hour that is left out there is nothing. With 02:00–03:00 missing, 01:30–03:30 lasts one hour, 02:30–04:00 opens
 *       at 03:00, and 02:00–03:00 does not happen on that day.
 *   <li>An hour that comes twice counts twice when a window spans it: with 02:00–03:00 doubled, 01:30–03:30 lasts three hours.
 *       A window that starts in it opens, and one that ends in it closes, at the first pass. Windows that meet still meet.
 *   <li>A closed exception that ends in a doubled hour lasts to the second pass: closed is closed.
 * </ul>
 * The rules of the zone are those of the Java platform's zone database at the moment of asking.
 *
 * @param windows    in order of the week; they may overlap
 * @param exceptions in order of date; they may overlap
 */
public record WeeklyHours(ZoneId zone, List<Window> windows, List<DatedWindow> exceptions) {
    /** How far the date of an opening can lie from that of a moment: one passes midnight, and clocks are put back over it. */
    private static final int REACH_DAYS = 2;

    public WeeklyHours {
        windows = windows.stream().sorted().distinct().toList();
        exceptions = exceptions.stream().sorted().distinct().toList();
    }

    /** Of somebody who has not said when they can. */
    public static WeeklyHours never(ZoneId zone) {
        return new WeeklyHours(zone, List.of(), List.of());
    }

    public WeeklyHours with(DatedWindow exception) {
        List<DatedWindow> more = new ArrayList<>(exceptions);
        more.add(exception);
        return new WeeklyHours(zone, windows, more);
    }

    public WeeklyHours without(DatedWindow exception) {
        return new WeeklyHours(
                zone,
                windows,
                exceptions.stream().filter(each -> !each.equals(exception)).toList());
    }

    /** Everything open in a stretch of time, cut at its ends. The work grows with the days in it. */
    public Spans between(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return Spans.NONE;
        }
        return weekly(from, until)
                .minus(dated(DatedWindow.Kind.CLOSED, from, until))
                .union(dated(DatedWindow.Kind.OPEN, from, until))
                .intersection(new Span(from, until));
    }

    public Spans within(Span span) {
        return between(span.from(), span.until());
    }

    private Spans weekly(Instant from, Instant until) {
        if (windows.isEmpty()) {
            return Spans.NONE;
        }
        WallClock clock = new WallClock(zone);
        List<Span> open = new ArrayList<>();
        LocalDate last = clock.date(until).plusDays(REACH_DAYS);
        for (LocalDate date = clock.date(from).minusDays(REACH_DAYS); !date.isAfter(last); date = date.plusDays(1)) {
            for (Window window : windows) {
                if (window.day() == date.getDayOfWeek()) {
                    clock.open(date, window.from(), window.until()).ifPresent(open::add);
                }
            }
        }
        return new Spans(open);
    }

    private Spans dated(DatedWindow.Kind kind, Instant from, Instant until) {
        WallClock clock = new WallClock(zone);
        LocalDate first = clock.date(from).minusDays(REACH_DAYS);
        LocalDate last = clock.date(until).plusDays(REACH_DAYS);
        return new Spans(exceptions.stream()
                .filter(each -> each.kind() == kind)
                .filter(each -> !each.date().isBefore(first) && !each.date().isAfter(last))
                .flatMap(each -> (kind == DatedWindow.Kind.OPEN
                                ? clock.open(each.date(), each.from(), each.until())
                                : clock.closed(each.date(), each.from(), each.until()))
                        .stream())
                .toList());
    }
}
