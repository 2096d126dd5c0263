package org.threeshift.web.practice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.threeshift.core.hours.Fit;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.core.practice.Wish;

/**
 * Somebody's week, to be read at a glance.
 *
 * @param days    those with hours, in order
 * @param minutes of the whole week, by the wall clock
 * @param dates   how many single days differ
 * @param enough  whether any of it holds the shortest practice
 */
public record Week(ZoneId zone, List<Day> days, long minutes, int dates, boolean enough) {
    public Week {
        days = List.copyOf(days);
    }

    /** @param hours as in "18:30–21:00, 22:00–01:00" */
    public record Day(DayOfWeek day, String hours) {}

    static Week of(WeeklyHours hours) {
        List<Day> days = Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(
                        day,
                        hours.windows().stream()
                                .filter(window -> window.day() == day)
                                .map(window -> "%s–%s".formatted(window.from(), window.until()))
                                .collect(Collectors.joining(", "))))
                .filter(day -> !day.hours().isEmpty())
                .toList();
        return new Week(
                hours.zone(),
                days,
                hours.windows().stream().mapToLong(Week::minutes).sum(),
                (int) hours.exceptions().stream()
                        .map(one -> one.date())
                        .distinct()
                        .count(),
                new Fit(hours, Wish.SHORTEST).any());
    }

    /** Whole hours, a started one not counted. */
    public long hours() {
        return minutes / 60;
    }

    private static long minutes(Window window) {
        long length = Duration.between(window.from(), window.until()).toMinutes();
        boolean over = window.until().equals(LocalTime.MIDNIGHT) || window.passesMidnight();
        return over ? length + Duration.ofDays(1).toMinutes() : length;
    }
}
