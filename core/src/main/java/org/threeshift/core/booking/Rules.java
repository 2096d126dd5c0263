package org.threeshift.core.booking;

import java.time.Duration;
import java.util.List;

/**
 * When a coach can be booked within their open hours.
 *
 * @param minutesBefore kept free before each session, 0 to 120; need not lie within the open hours
 * @param minutesAfter  the same after it
 * @param noticeHours   nobody books or moves to an hour sooner than that, 0 to 336
 * @param mostADay      sessions that begin on one day of the coach's wall clock, 1 to 24
 * @param daysAhead     the last day that can be booked, counted from today on the coach's wall clock, 1 to 180
 * @param changeHours   until how long before the start the candidate may move it or call it off, 0 to 336
 * @param stepMinutes   sessions begin when the coach's clock shows a multiple of this after the full hour: 15, 30 or 60
 */
public record Rules(
        int minutesBefore,
        int minutesAfter,
        int noticeHours,
        int mostADay,
        int daysAhead,
        int changeHours,
        int stepMinutes) {
    public static final int MOST_MINUTES_BETWEEN = 120;
    public static final int MOST_HOURS = 336;
    public static final int MOST_A_DAY = 24;
    public static final int MOST_DAYS_AHEAD = 180;
    public static final List<Integer> STEPS = List.of(15, 30, 60);

    /** What a new page begins with. */
    public static final Rules USUAL = new Rules(0, 15, 24, 4, 28, 24, 30);

    public Duration before() {
        return Duration.ofMinutes(minutesBefore);
    }

    public Duration after() {
        return Duration.ofMinutes(minutesAfter);
    }

    public Duration notice() {
        return Duration.ofHours(noticeHours);
    }

    public Duration change() {
        return Duration.ofHours(changeHours);
    }
}
