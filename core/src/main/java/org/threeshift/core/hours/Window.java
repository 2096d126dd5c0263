package org.threeshift.core.hours;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * Hours that come back every week, by the wall clock.
 *
 * @param day   on which it opens
 * @param from  to the minute
 * @param until to the minute; at or before {@code from} it is that time on the next day, so 22:00 until 01:00 passes midnight,
 *     and 00:00 until 00:00 is the whole day
 */
public record Window(DayOfWeek day, LocalTime from, LocalTime until) implements Comparable<Window> {
    /** @throws IllegalArgumentException when a time is not a whole minute */
    public Window {
        WallClock.needMinutes(from, until);
    }

    public boolean passesMidnight() {
        return WallClock.passesMidnight(from, until);
    }

    /** By day from Monday on, then by the time at which they open and close. */
    @Override
    public int compareTo(Window other) {
        int byDay = day.compareTo(other.day);
        int byStart = byDay == 0 ? from.compareTo(other.from) : byDay;
        return byStart == 0 ? until.compareTo(other.until) : byStart;
    }
}
