package org.threeshift.web.hours;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.threeshift.core.availability.HoursProblem;
import org.threeshift.core.hours.DatedWindow;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.core.people.Entry;
import org.threeshift.web.hours.HoursForm.DateLine;
import org.threeshift.web.hours.HoursForm.Line;

/** Reads hours from a form, or says beside each line what is wrong with it. Blank lines of the week count as none. */
final class HoursReader {
    private static final int MOST_A_DAY = 8;
    private static final int MOST_DATES = 60;
    private static final int YEARS_AHEAD = 2;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;

    private final HoursForm form;
    private final LocalDate today;
    private final Predicate<Line> meant;
    private final boolean[] taken = new boolean[MINUTES_OF_WEEK];
    private final List<Window> windows = new ArrayList<>();
    private final List<DatedWindow> exceptions = new ArrayList<>();

    private HoursReader(HoursForm form, LocalDate today, Predicate<Line> meant) {
        this.form = form;
        this.today = today;
        this.meant = meant;
    }

    /** What a form comes to. */
    sealed interface Reading {
        record Fine(WeeklyHours hours) implements Reading {}

        /** @param form with what is wrong beside each line */
        record Wrong(HoursForm form) implements Reading {}
    }

    private record Times(LocalTime from, LocalTime until) {}

    /**
     * @param today on the wall of the one who typed; days before it are over
     * @param meant whether a long night is what they mean, and no slip of afternoon and morning
     */
    static Reading read(HoursForm form, LocalDate today, Predicate<Line> meant) {
        return new HoursReader(form, today, meant).read();
    }

    private Reading read() {
        Optional<ZoneId> zone = Entry.zoneOf(form.zone());
        Map<DayOfWeek, List<Line>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, lines(day));
        }
        List<DateLine> dates = dates();
        HoursForm read = new HoursForm(
                form.zone(),
                zone.isPresent() ? Optional.empty() : Optional.of(HoursProblem.ZONE_UNKNOWN),
                week,
                dates,
                form.copied(),
                true,
                form.edition(),
                "");
        return zone.isEmpty() || read.refused()
                ? new Reading.Wrong(read)
                : new Reading.Fine(new WeeklyHours(zone.get(), windows, exceptions));
    }

    private List<Line> lines(DayOfWeek day) {
        List<Line> read = new ArrayList<>();
        for (Line line : form.of(day)) {
            if (!line.blank()) {
                read.add(read.size() < MOST_A_DAY ? line(day, line) : line.with(HoursProblem.TOO_MANY_WINDOWS));
            }
        }
        return read;
    }

    private Line line(DayOfWeek day, Line line) {
        Optional<HoursProblem> wrong = problem(line);
        if (wrong.isPresent()) {
            return line.with(wrong.get());
        }
        Times times = times(line);
        if (!take(day, times)) {
            return line.with(HoursProblem.OVERLAPPING);
        }
        windows.add(new Window(day, times.from(), times.until()));
        return line;
    }

    /** Minute by minute, over midnight and from Sunday on into Monday. */
    private boolean take(DayOfWeek day, Times times) {
        int start = (day.getValue() - 1) * MINUTES_OF_DAY + minute(times.from());
        int length = minute(times.until()) - minute(times.from());
        int minutes = length > 0 ? length : length + MINUTES_OF_DAY;
        for (int minute = 0; minute < minutes; minute++) {
            if (taken[(start + minute) % MINUTES_OF_WEEK]) {
                return false;
            }
        }
        for (int minute = 0; minute < minutes; minute++) {
            taken[(start + minute) % MINUTES_OF_WEEK] = true;
        }
        return true;
    }

    private List<DateLine> dates() {
        List<DateLine> read = new ArrayList<>();
        Set<LocalDate> closed = new HashSet<>();
        Set<LocalDate> open = new HashSet<>();
        for (DateLine line : form.dates()) {
            read.add(read.size() < MOST_DATES ? date(line, closed, open) : line.with(HoursProblem.TOO_MANY_DATES));
        }
        open.forEach(date -> exceptions.add(DatedWindow.closed(date)));
        closed.forEach(date -> exceptions.add(DatedWindow.closed(date)));
        return read;
    }

    private DateLine date(DateLine line, Set<LocalDate> closed, Set<LocalDate> open) {
        Optional<HoursProblem> wrong = dateProblem(line.date());
        if (wrong.isPresent()) {
            return line.with(wrong.get());
        }
        LocalDate date = LocalDate.parse(line.date().strip());
        if (!line.open()) {
            return closed.add(date) && Collections.disjoint(open, Set.of(date))
                    ? line
                    : line.with(HoursProblem.DATE_CLOSED_AND_OPEN);
        }
        Optional<HoursProblem> times = problem(line.line());
        if (times.isPresent()) {
            return line.with(times.get());
        }
        if (closed.contains(date)) {
            return line.with(HoursProblem.DATE_CLOSED_AND_OPEN);
        }
        open.add(date);
        Times read = times(line.line());
        exceptions.add(DatedWindow.open(date, read.from(), read.until()));
        return line;
    }

    private Optional<HoursProblem> dateProblem(String typed) {
        if (typed.isBlank()) {
            return Optional.of(HoursProblem.DATE_MISSING);
        }
        try {
            LocalDate date = LocalDate.parse(typed.strip());
            return date.isBefore(today)
                    ? Optional.of(HoursProblem.DATE_PAST)
                    : date.isAfter(today.plusYears(YEARS_AHEAD))
                            ? Optional.of(HoursProblem.DATE_FAR)
                            : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.of(HoursProblem.DATE_UNREADABLE);
        }
    }

    private Optional<HoursProblem> problem(Line line) {
        if (line.from().isBlank() || line.until().isBlank()) {
            return Optional.of(HoursProblem.TIME_MISSING);
        }
        Optional<LocalTime> from = time(line.from());
        Optional<LocalTime> until = time(line.until());
        if (from.isEmpty() || until.isEmpty()) {
            return Optional.of(HoursProblem.TIME_UNREADABLE);
        }
        if (from.equals(until) && !from.get().equals(LocalTime.MIDNIGHT)) {
            return Optional.of(HoursProblem.TIMES_EQUAL);
        }
        return line.longNight() && !meant.test(line) ? Optional.of(HoursProblem.LONG_NIGHT) : Optional.empty();
    }

    private static Times times(Line line) {
        return new Times(time(line.from()).orElseThrow(), time(line.until()).orElseThrow());
    }

    /** As browsers send it, and as people type it who have a plain field: 9:00, 24:00. */
    static Optional<LocalTime> time(String typed) {
        String tidied = typed.strip();
        String full = tidied.indexOf(':') == 1 ? "0" + tidied : tidied;
        try {
            LocalTime time = full.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(full);
            return time.getSecond() == 0 && time.getNano() == 0 ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
