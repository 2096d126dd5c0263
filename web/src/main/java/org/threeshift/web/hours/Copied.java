package org.threeshift.web.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.threeshift.web.hours.HoursForm.Line;

/**
 * What became of a day's lines that were copied to the weekdays, and what undoes it.
 *
 * @param of     whose lines they are
 * @param before the lines that each day had that has these now
 * @param left   days with lines of their own, which were left as they are
 */
public record Copied(DayOfWeek of, Map<DayOfWeek, List<Line>> before, List<DayOfWeek> left) {
    public Copied {
        before = Map.copyOf(before);
        left = List.copyOf(left);
    }

    /** The days that have these lines now, in their order. */
    public List<DayOfWeek> to() {
        return before.keySet().stream().sorted().toList();
    }

    /** @param over whether days with lines of their own get these too; otherwise only empty ones do */
    static HoursForm copied(HoursForm form, DayOfWeek of, boolean over) {
        Map<DayOfWeek, List<Line>> week = new EnumMap<>(form.week());
        // One step back leads to before the first of both.
        Map<DayOfWeek, List<Line>> before = over ? new HashMap<>(form.undo()) : new HashMap<>();
        List<DayOfWeek> left = new ArrayList<>();
        List<Line> lines = form.of(of);
        for (DayOfWeek day : weekdays()) {
            List<Line> own = form.of(day);
            if (day == of || blank(lines) || times(own).equals(times(lines))) {
                continue;
            }
            if (over || blank(own)) {
                before.putIfAbsent(day, own);
                week.put(day, lines);
            } else {
                left.add(day);
            }
        }
        return form.with(week, new Copied(of, before, left));
    }

    private static List<DayOfWeek> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
    }

    private static boolean blank(List<Line> lines) {
        return lines.stream().allMatch(Line::blank);
    }

    private static List<List<String>> times(List<Line> lines) {
        return lines.stream().map(line -> List.of(line.from(), line.until())).toList();
    }
}
