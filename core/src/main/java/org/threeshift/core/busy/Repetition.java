package org.threeshift.core.busy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.threeshift.core.hours.Span;

/**
 * A rule by which something repeats, by the wall clock, within bounds: daily at most, and never more steps than {@link Work} has left.
 * Whatever a stranger writes into a calendar, reckoning it ends.
 */
final class Repetition {
    static final int MOST = 2_000;

    private static final Pattern PART = Pattern.compile("([A-Za-z]+)=([A-Za-z0-9+,:-]+)");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Map<String, ChronoUnit> STEPS = Map.of(
            "DAILY", ChronoUnit.DAYS,
            "WEEKLY", ChronoUnit.WEEKS,
            "MONTHLY", ChronoUnit.MONTHS,
            "YEARLY", ChronoUnit.YEARS);
    private static final List<String> KNOWN = List.of(
            "FREQ",
            "UNTIL",
            "COUNT",
            "INTERVAL",
            "BYHOUR",
            "BYMINUTE",
            "BYSECOND",
            "BYDAY",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYMONTH",
            "BYSETPOS",
            "WKST");
    private static final int MOST_TIMES = 24;
    private static final long MOST_STEPS = 30_000;

    private final Recur<LocalDateTime> recur;
    private final LocalDateTime start;
    private final WallClock clock;
    private final ChronoUnit unit;
    private final int interval;
    private final int times;

    private Repetition(
            Recur<LocalDateTime> recur,
            LocalDateTime start,
            WallClock clock,
            ChronoUnit unit,
            int interval,
            int times) {
        this.recur = recur;
        this.start = start;
        this.clock = clock;
        this.unit = unit;
        this.interval = interval;
        this.times = times;
    }

    /**
     * Absent for a rule that is none, and for one that repeats more often than daily.
     *
     * @param wholeDays whether it is of whole days
     */
    static Optional<Repetition> of(String rule, LocalDateTime start, WallClock clock, boolean wholeDays) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : SEMICOLON.split(rule.strip().toUpperCase(Locale.ROOT))) {
            var shape = PART.matcher(part);
            if (!shape.matches() || !KNOWN.contains(shape.group(1))) {
                return Optional.empty();
            }
            parts.put(shape.group(1), shape.group(2));
        }
        ChronoUnit unit = STEPS.get(parts.getOrDefault("FREQ", ""));
        Optional<Integer> interval = number(parts.getOrDefault("INTERVAL", "1"), 1_000);
        int times = size(parts, "BYHOUR") * size(parts, "BYMINUTE") * size(parts, "BYSECOND");
        if (unit == null
                || interval.isEmpty()
                || number(parts.getOrDefault("COUNT", "1"), 100_000).isEmpty()
                || times > MOST_TIMES
                || !untilByClock(parts, clock, wholeDays)) {
            return Optional.empty();
        }
        String tidy = parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
        try {
            return Optional.of(
                    new Repetition(new Recur<>(tidy, false), start, clock, unit, interval.get(), Math.max(1, times)));
        } catch (RuntimeException noRule) {
            return Optional.empty();
        }
    }

    /**
     * When it begins again in a stretch of time, by the wall clock, its very first time included.
     *
     * @param length of each: one that began before and is not over counts
     * @return absent when that takes more steps than one rule gets
     */
    Optional<List<LocalDateTime>> within(Span window, Duration length, Work work) {
        LocalDateTime from = clock.shows(window.from().minus(length)).minusDays(1);
        LocalDateTime until = clock.shows(window.until());
        if (start.isAfter(until)) {
            return Optional.of(List.of());
        }
        long steps = (unit.between(start, until) / interval + 2) * times;
        if (steps > MOST_STEPS) {
            return Optional.empty();
        }
        work.take(steps);
        try {
            List<LocalDateTime> found = recur.getDates(start, from.isBefore(start) ? start : from, until, MOST + 1);
            if (found.size() > MOST) {
                return Optional.empty();
            }
            work.take(found.size());
            return Optional.of(found);
        } catch (RuntimeException noRule) {
            return Optional.empty();
        }
    }

    /** An end is given in UTC where the start names a zone; beside what the wall clock shows it has to be that too. */
    private static boolean untilByClock(Map<String, String> parts, WallClock clock, boolean wholeDays) {
        String until = parts.get("UNTIL");
        if (until == null) {
            return true;
        }
        Optional<LocalDateTime> end = Stamp.local(until);
        if (end.isEmpty()) {
            return false;
        }
        LocalDateTime shown = end.get();
        if (Stamp.utc(until) && !wholeDays) {
            shown = clock.shows(shown.toInstant(java.time.ZoneOffset.UTC));
        } else if (Stamp.wholeDay(until) || wholeDays) {
            shown = shown.toLocalDate().atTime(23, 59, 59);
        }
        parts.put("UNTIL", LOCAL.format(shown));
        return true;
    }

    private static int size(Map<String, String> parts, String name) {
        String list = parts.get(name);
        return list == null
                ? 1
                : (int) list.chars().filter(character -> character == ',').count() + 1;
    }

    private static Optional<Integer> number(String digits, int most) {
        if (!digits.matches("\\d{1,6}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= most ? Optional.of(number) : Optional.empty();
    }
}
