package org.threeshift.web.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.threeshift.core.availability.HoursProblem;
import org.threeshift.core.hours.DatedWindow;
import org.threeshift.core.hours.Fit;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.id.Edition;

/**
 * Hours as they are typed: lines of each day, and dates on which it is otherwise. Each change of the form itself, such as another
 * line, is a button that sends it and gets it back: so it works without a script.
 *
 * @param week  all seven days
 * @param copied what a button copied since it was last saved
 * @param typed whether it holds anything but what is kept
 * @param edition of the hours that were shown when it was begun; empty when whoever sends it does not say
 * @param focus the id of what gets the focus next; empty for whatever the browser says
 */
public record HoursForm(
        String zone,
        Optional<HoursProblem> zoneProblem,
        Map<DayOfWeek, List<Line>> week,
        List<DateLine> dates,
        Optional<Copied> copied,
        boolean typed,
        String edition,
        String focus) {
    static final String CLOSED = "closed";
    static final String OPEN = "open";
    private static final Duration LONG_NIGHT = Duration.ofHours(12);
    /** No form of people's has more; what a program sends is cut. */
    private static final int MOST_LINES = 100;

    public HoursForm {
        week = Map.copyOf(week);
        dates = List.copyOf(dates);
    }

    /**
     * From and until, as typed, and what is wrong with them.
     *
     * @param tooShort whether they were kept, and hold nothing that they are for
     */
    public record Line(String from, String until, Optional<HoursProblem> problem, boolean tooShort) {
        static final Line BLANK = new Line("", "");

        Line(String from, String until) {
            this(from, until, Optional.empty(), false);
        }

        /** Whether it ends on the day after, otherwise than at midnight. */
        public boolean overnight() {
            return night().isPresent();
        }

        /** How long it is when it ends on the day after, in hours, broken ones counted as whole. */
        public long nightHours() {
            return night().map(length -> length.plusMinutes(59).toHours()).orElse(0L);
        }

        /** So long a night is asked about before it is kept. */
        boolean longNight() {
            return night().filter(length -> length.compareTo(LONG_NIGHT) > 0).isPresent();
        }

        private Optional<Duration> night() {
            Optional<LocalTime> start = HoursReader.time(from);
            Optional<LocalTime> end = HoursReader.time(until);
            return start.isPresent()
                            && end.isPresent()
                            && !end.get().equals(LocalTime.MIDNIGHT)
                            && end.get().isBefore(start.get())
                    ? Optional.of(Duration.between(start.get(), end.get()).plusDays(1))
                    : Optional.empty();
        }

        boolean blank() {
            return from.isBlank() && until.isBlank();
        }

        Line with(HoursProblem wrong) {
            return problem.isPresent() ? this : new Line(from, until, Optional.of(wrong), false);
        }
    }

    /** @param kind {@value #CLOSED} or {@value #OPEN}, which then counts instead of what the week says */
    public record DateLine(String date, String kind, Line line) {
        static final DateLine BLANK = new DateLine("", CLOSED, Line.BLANK);

        public boolean open() {
            return kind.equals(OPEN);
        }

        DateLine with(HoursProblem wrong) {
            return new DateLine(date, kind, line.with(wrong));
        }
    }

    /**
     * @param today days before it are over and left out
     * @param least how long what they are for lasts
     */
    public static HoursForm of(WeeklyHours hours, LocalDate today, Duration least) {
        var fit = new Fit(hours, least);
        Map<DayOfWeek, List<Line>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(
                    day,
                    hours.windows().stream()
                            .filter(window -> window.day() == day)
                            .map(window -> line(window.from(), window.until(), !fit.holds(window)))
                            .toList());
        }
        List<LocalDate> reopened = hours.exceptions().stream()
                .filter(one -> one.kind() == DatedWindow.Kind.OPEN)
                .map(DatedWindow::date)
                .toList();
        List<DateLine> dates = hours.exceptions().stream()
                .filter(one -> !one.date().isBefore(today))
                .filter(one -> one.kind() == DatedWindow.Kind.OPEN || !reopened.contains(one.date()))
                .map(one -> one.kind() == DatedWindow.Kind.OPEN
                        ? new DateLine(one.date().toString(), OPEN, line(one.from(), one.until(), !fit.holds(one)))
                        : new DateLine(one.date().toString(), CLOSED, Line.BLANK))
                .toList();
        return new HoursForm(hours.zone().getId(), Optional.empty(), week, dates, Optional.empty(), false, "", "");
    }

    static HoursForm typed(MultiValueMap<String, String> sent) {
        Map<DayOfWeek, List<Line>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, lines(sent, day.name() + ".from", day.name() + ".until"));
        }
        List<String> kinds = all(sent, "date.kind");
        List<Line> times = lines(sent, "date.from", "date.until");
        List<String> dates = all(sent, "date");
        List<DateLine> dated = IntStream.range(0, Math.min(dates.size(), MOST_LINES))
                .mapToObj(number -> new DateLine(
                        dates.get(number),
                        at(kinds, number).equals(OPEN) ? OPEN : CLOSED,
                        number < times.size() ? times.get(number) : Line.BLANK))
                .toList();
        return new HoursForm(
                at(all(sent, "zone"), 0),
                Optional.empty(),
                week,
                dated,
                copied(sent, week),
                true,
                at(all(sent, "edition"), 0),
                "");
    }

    /** The same, begun from what is shown by now. */
    HoursForm from(Edition shown) {
        return new HoursForm(zone, zoneProblem, week, dates, copied, typed, shown.code(), focus);
    }

    /** The weekdays whose hours are not those of another form. */
    public List<DayOfWeek> differing(HoursForm other) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> !times(of(day)).equals(times(other.of(day))))
                .toList();
    }

    /** Whether another form says the same of single dates. */
    public boolean sameDates(HoursForm other) {
        return said(dates).equals(said(other.dates));
    }

    private static Set<List<String>> times(List<Line> lines) {
        return lines.stream()
                .filter(line -> !line.blank())
                .map(line -> List.of(line.from(), line.until()))
                .collect(Collectors.toSet());
    }

    private static Set<List<String>> said(List<DateLine> dates) {
        return dates.stream()
                .map(date -> date.open()
                        ? List.of(date.date(), date.line().from(), date.line().until())
                        : List.of(date.date()))
                .collect(Collectors.toSet());
    }

    /** What a button of the form itself does: another line, one fewer, a day's lines for other weekdays. Unchanged by anything else. */
    HoursForm changed(String change) {
        String[] words = change.split(" ", -1);
        Optional<DayOfWeek> day = words.length > 1 ? day(words[1]) : Optional.empty();
        return switch (words[0]) {
            case "add" -> day.map(this::added).orElse(this);
            case "remove" -> day.map(one -> removed(one, number(words, 2))).orElse(this);
            case "copy" -> day.map(one -> Copied.copied(this, one, false)).orElse(this);
            case "copy-over" -> day.map(one -> Copied.copied(this, one, true)).orElse(this);
            case "undo-copy" -> day.map(this::undone).orElse(this);
            case "add-date" -> with(plus(dates, DateLine.BLANK), "date-" + dates.size());
            case "remove-date" -> with(without(dates, number(words, 1)), "add-date");
            default -> this;
        };
    }

    public List<Line> of(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** Whether anything is wrong with it. */
    public boolean refused() {
        return zoneProblem.isPresent()
                || week.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(line -> line.problem().isPresent())
                || dates.stream().anyMatch(date -> date.line().problem().isPresent());
    }

    /** Whether it is asked if a long night is meant. */
    public boolean asksAboutNights() {
        return Stream.concat(
                        week.values().stream().flatMap(List::stream),
                        dates.stream().map(DateLine::line))
                .anyMatch(line -> line.problem().equals(Optional.of(HoursProblem.LONG_NIGHT)));
    }

    /** Whether some of it was kept and is of no use. */
    public boolean tooShort() {
        return week.values().stream().flatMap(List::stream).anyMatch(Line::tooShort)
                || dates.stream().anyMatch(date -> date.line().tooShort());
    }

    private HoursForm added(DayOfWeek day) {
        return with(day, plus(of(day), Line.BLANK), "%s-%d".formatted(day, of(day).size()));
    }

    private HoursForm removed(DayOfWeek day, int number) {
        return with(day, without(of(day), number), "add-" + day);
    }

    private HoursForm undone(DayOfWeek day) {
        Map<DayOfWeek, List<Line>> changed = new EnumMap<>(week);
        copied.ifPresent(done -> changed.putAll(done.before()));
        return with(changed, Optional.empty(), "copy-" + day);
    }

    HoursForm with(Map<DayOfWeek, List<Line>> changed, Optional<Copied> after, String next) {
        return new HoursForm(zone, zoneProblem, changed, dates, after, typed, edition, next);
    }

    private HoursForm with(DayOfWeek day, List<Line> lines, String next) {
        Map<DayOfWeek, List<Line>> changed = new EnumMap<>(week);
        changed.put(day, lines);
        return with(changed, copied.flatMap(done -> done.in(changed)), next);
    }

    private HoursForm with(List<DateLine> changed, String next) {
        return new HoursForm(zone, zoneProblem, week, changed, copied, typed, edition, next);
    }

    private static Line line(LocalTime from, LocalTime until, boolean tooShort) {
        return new Line(from.toString(), until.toString(), Optional.empty(), tooShort);
    }

    private static Optional<Copied> copied(MultiValueMap<String, String> sent, Map<DayOfWeek, List<Line>> week) {
        return day(at(all(sent, "copied"), 0))
                .flatMap(of -> new Copied(
                                of,
                                lines(sent, "copied.from", "copied.until"),
                                days(sent, "copied.before").stream()
                                        .collect(Collectors.toMap(
                                                Function.identity(),
                                                day -> lines(
                                                        sent,
                                                        "copied.before." + day.name() + ".from",
                                                        "copied.before." + day.name() + ".until"))),
                                days(sent, "copied.left"))
                        .in(week));
    }

    private static List<DayOfWeek> days(MultiValueMap<String, String> sent, String name) {
        List<String> named = all(sent, name);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> named.contains(day.name()))
                .toList();
    }

    private static Optional<DayOfWeek> day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(name))
                .findFirst();
    }

    private static List<Line> lines(MultiValueMap<String, String> sent, String from, String until) {
        List<String> starts = all(sent, from);
        List<String> ends = all(sent, until);
        return IntStream.range(0, Math.min(Math.max(starts.size(), ends.size()), MOST_LINES))
                .mapToObj(number -> new Line(at(starts, number), at(ends, number)))
                .toList();
    }

    private static List<String> all(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.get(name)).orElse(List.of()).stream()
                .map(value -> Objects.requireNonNullElse(value, ""))
                .toList();
    }

    private static String at(List<String> values, int number) {
        return number < values.size() ? values.get(number) : "";
    }

    private static int number(String[] words, int place) {
        try {
            return place < words.length ? Integer.parseInt(words[place]) : -1;
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }

    private static <T> List<T> plus(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static <T> List<T> without(List<T> all, int number) {
        List<T> fewer = new ArrayList<>(all);
        if (number >= 0 && number < fewer.size()) {
            fewer.remove(number);
        }
        return fewer;
    }
}
