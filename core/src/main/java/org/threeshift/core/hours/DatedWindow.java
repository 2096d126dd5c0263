package org.threeshift.core.hours;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * An exception from somebody's weekly hours, on one date.
 *
 * @param date  on which it begins
 * @param from  to the minute
 * @param until to the minute; at or before {@code from} it is that time on the next day, so 00:00 until 00:00 is the whole day
 */
public record DatedWindow(LocalDate date, LocalTime from, LocalTime until, Kind kind)
        implements Comparable<DatedWindow> {
    /** What somebody is then. */
    public enum Kind {
        /** Open, although the week says nothing of it. */
        OPEN,
        /** Closed, although the week says open. */
        CLOSED
    }

    /** @throws IllegalArgumentException when a time is not a whole minute */
    public DatedWindow {
        WallClock.needMinutes(from, until);
    }

    public static DatedWindow open(LocalDate date, LocalTime from, LocalTime until) {
        return new DatedWindow(date, from, until, Kind.OPEN);
    }

    public static DatedWindow closed(LocalDate date, LocalTime from, LocalTime until) {
        return new DatedWindow(date, from, until, Kind.CLOSED);
    }

    /** Closed the whole day. */
    public static DatedWindow closed(LocalDate date) {
        return closed(date, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    public boolean isWholeDay() {
        return from.equals(LocalTime.MIDNIGHT) && until.equals(LocalTime.MIDNIGHT);
    }

    public boolean passesMidnight() {
        return WallClock.passesMidnight(from, until);
    }

    /** By date, then by the time at which they begin and end. */
    @Override
    public int compareTo(DatedWindow other) {
        int byDate = date.compareTo(other.date);
        int byStart = byDate == 0 ? from.compareTo(other.from) : byDate;
        int byEnd = byStart == 0 ? until.compareTo(other.until) : byStart;
        return byEnd == 0 ? kind.compareTo(other.kind) : byEnd;
    }
}
