package org.threeshift.web.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.web.hours.HoursForm.Line;

/**
 * What became of a day's lines that were copied to the weekdays, and what undoes it. The form brings it along until it is saved.
 *
 * @param of     whose lines they are
 * @param lines  as they were copied
 * @param before the lines that each day had that has these now
 * @param left   days with lines of their own, which were left as they are
 */
public record Copied(DayOfWeek of, List<Line> lines, Map<DayOfWeek, List<Line>> before, List<DayOfWeek> left) {
    public Copied {
        lines = List.copyOf(lines);
        before = Map.copyOf(before);
        left = List.copyOf(left);
    }

    /** The days that have these lines now, in their order. */
    public List<DayOfWeek> to() {
        return before.keySet().stream().sorted().toList();
    }

    /**
     * Days that a copy filled since it was last saved get these lines instead: what a button put there is nobody's own.
     *
     * @param over whether days with lines of their own get these too; otherwise only empty ones do
     */
    static HoursForm copied(HoursForm form, DayOfWeek of, boolean over) {
        List<Line> lines = form.of(of);
        String next = "copy-" + of;
        if (blank(lines)) {
            // Nothing is copied, so what was copied before can still be undone.
            return form.with(
                    form.week(), form.copied().or(() -> Optional.of(new Copied(of, lines, Map.of(), List.of()))), next);
        }
        Map<DayOfWeek, List<Line>> week = new EnumMap<>(form.week());
        // One step back leads to before the first of all.
        Map<DayOfWeek, List<Line>> before =
                new HashMap<>(form.copied().map(Copied::before).orElse(Map.of()));
        List<DayOfWeek> left = new ArrayList<>();
        for (DayOfWeek day : weekdays()) {
            List<Line> own = form.of(day);
            if (day == of || same(own, lines)) {
                continue;
            }
            if (over || blank(own) || before.containsKey(day)) {
                before.putIfAbsent(day, own);
                week.put(day, lines);
            } else {
                left.add(day);
            }
        }
        return form.with(week, Optional.of(new Copied(of, lines, before, left)), next);
    }

    /** What of it holds for a week that was changed since: what somebody typed is not undone. Absent when nothing does. */
    Optional<Copied> in(Map<DayOfWeek, List<Line>> week) {
        Map<DayOfWeek, List<Line>> kept = new HashMap<>(before);
        kept.keySet().removeIf(day -> !same(week.getOrDefault(day, List.of()), lines));
        List<DayOfWeek> own = left.stream()
                .filter(day ->
                        !blank(week.getOrDefault(day, List.of())) && !same(week.getOrDefault(day, List.of()), lines))
                .toList();
        return kept.isEmpty() && own.isEmpty() ? Optional.empty() : Optional.of(new Copied(of, lines, kept, own));
    }

    private static List<DayOfWeek> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
    }

    private static boolean blank(List<Line> lines) {
        return lines.stream().allMatch(Line::blank);
    }

    private static boolean same(List<Line> some, List<Line> others) {
        return times(some).equals(times(others));
    }

    private static List<List<String>> times(List<Line> lines) {
        return lines.stream()
                .filter(line -> !line.blank())
                .map(line -> List.of(line.from(), line.until()))
                .toList();
    }
}
