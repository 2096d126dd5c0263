package org.threeshift.web.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A week of somebody's calendar, from Monday on.
 *
 * @param days those on which anything is
 */
public record Week(LocalDate monday, boolean now, List<Day> days) {
    public Week {
        days = List.copyOf(days);
    }

    public record Day(LocalDate date, boolean today, List<Item> items) {
        public Day {
            items = List.copyOf(items);
        }
    }

    /** What an item is. */
    public enum Kind {
        INTERVIEW,
        /** A time that was agreed on, of which no interview has come yet. */
        APPOINTMENT,
        /** An hour for which two were put together, of whom one at least has not said yes. */
        PROPOSED,
        /** A practice evening to which one comes, before one has meetings of it. */
        EVENING,
        /** By a calendar elsewhere. */
        BUSY
    }

    /**
     * @param title     empty for a busy time, of which nobody knows more
     * @param interview absent for everything else
     * @param href      its page; empty when it has none
     * @param calledOff whether it was
     */
    public record Item(
            Kind kind,
            Instant from,
            Instant until,
            String title,
            String detail,
            Optional<String> interview,
            String href,
            boolean calledOff) {}
}
