package org.threeshift.web.booking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.threeshift.core.booking.Rules;
import org.threeshift.core.hours.WallTime;

/**
 * A week of free hours on the wall clock of some zone, without its days that are over.
 *
 * @param path     of the page that shows it
 * @param hourPath of the page on which an hour is chosen
 * @param previous the Monday before, when hours lie there
 * @param next     the Monday of the next week that has hours
 * @param any      whether there is any free hour, in whichever week
 */
public record Week(
        ZoneId zone,
        String path,
        String hourPath,
        LocalDate monday,
        List<Day> days,
        Optional<LocalDate> previous,
        Optional<LocalDate> next,
        boolean any) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public Week {
        days = List.copyOf(days);
    }

    /** @param label as in "Tue 1 Dec", with the year when it is another than now */
    public record Day(LocalDate date, String label, List<Hour> hours) {
        public Day {
            hours = List.copyOf(hours);
        }
    }

    /**
     * @param label as in "09:30", with the distance from UTC where the clock shows it twice on that day
     * @param there the same for the other of the two, where their clock shows another hour or it is night there
     */
    public record Hour(Instant start, String label, Optional<Theirs> there) {}

    /** As {@link #of(List, String, ZoneId, String, String, Instant, Locale, Optional)}, of hours that nobody else has to keep. */
    static Week of(
            List<Instant> free, String wanted, ZoneId zone, String path, String hourPath, Instant now, Locale locale) {
        return of(free, wanted, zone, path, hourPath, now, locale, Optional.empty());
    }

    /**
     * The week of a date, or that of the first free hour, which also stands for weeks that are over or so far away that nothing is offered.
     *
     * @param wanted as an address gives it; anything else than a date is none
     * @param other  the zone of whoever has to keep the hour as well
     */
    static Week of(
            List<Instant> free,
            String wanted,
            ZoneId zone,
            String path,
            String hourPath,
            Instant now,
            Locale locale,
            Optional<ZoneId> other) {
        Map<LocalDate, List<Instant>> byDay =
                free.stream().collect(Collectors.groupingBy(start -> LocalDate.ofInstant(start, zone)));
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate monday = monday(date(wanted)
                .filter(date ->
                        !date.isBefore(monday(today)) && !date.isAfter(today.plusDays(Rules.MOST_DAYS_AHEAD + 7L)))
                .or(() -> byDay.keySet().stream().min(LocalDate::compareTo))
                .orElse(today));
        var dayName = DateTimeFormatter.ofPattern("EEE d MMM", locale);
        var dayNameOfYear = DateTimeFormatter.ofPattern("EEE d MMM uuuu", locale);
        List<Day> days = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            LocalDate date = monday.plusDays(number);
            if (date.isBefore(today)) {
                continue;
            }
            days.add(new Day(
                    date,
                    (date.getYear() == today.getYear() ? dayName : dayNameOfYear).format(date),
                    hours(
                            byDay.getOrDefault(date, List.of()),
                            zone,
                            start -> other.map(there -> Theirs.of(start, there, zone, locale))
                                    .filter(there -> there.night() || !there.same()))));
        }
        return new Week(
                zone,
                path,
                hourPath,
                monday,
                days,
                byDay.keySet().stream()
                        .filter(date -> date.isBefore(monday))
                        .max(LocalDate::compareTo)
                        .map(Week::monday),
                byDay.keySet().stream()
                        .filter(date -> !date.isBefore(monday.plusDays(7)))
                        .min(LocalDate::compareTo)
                        .map(Week::monday),
                !free.isEmpty());
    }

    private static List<Hour> hours(List<Instant> starts, ZoneId zone, Function<Instant, Optional<Theirs>> there) {
        Map<String, Long> shown =
                starts.stream().collect(Collectors.groupingBy(start -> clock(start, zone), Collectors.counting()));
        return starts.stream()
                .sorted()
                .map(start -> {
                    String clock = clock(start, zone);
                    boolean twice = shown.getOrDefault(clock, 0L) > 1;
                    return new Hour(start, twice ? clock + " (" + utc(start, zone) + ")" : clock, there.apply(start));
                })
                .toList();
    }

    private static String clock(Instant start, ZoneId zone) {
        return CLOCK.format(start.atZone(zone));
    }

    private static String utc(Instant start, ZoneId zone) {
        return WallTime.utc(zone.getRules().getOffset(start));
    }

    /** Whether some hour stands there by another clock as well. */
    public boolean elsewhere() {
        return days.stream()
                .flatMap(day -> day.hours().stream())
                .anyMatch(hour -> hour.there().isPresent());
    }

    /** Whether some hour falls into the night of the other. */
    public boolean nights() {
        return days.stream()
                .flatMap(day -> day.hours().stream())
                .anyMatch(hour -> hour.there().filter(Theirs::night).isPresent());
    }

    public boolean empty() {
        return days.stream().allMatch(day -> day.hours().isEmpty());
    }

    /** The address of this page at another week. */
    public String at(LocalDate date) {
        return path + "?week=" + date + "&zone=" + encoded(zone.getId());
    }

    public String hour(Hour hour) {
        return hourPath + "?start=" + hour.start() + "&zone=" + encoded(zone.getId());
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            LocalDate date = LocalDate.parse(typed);
            return date.getYear() >= 2000 && date.getYear() < 3000 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
