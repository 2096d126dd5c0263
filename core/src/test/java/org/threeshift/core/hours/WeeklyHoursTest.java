package org.threeshift.core.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Monday in winter time, an hour before UTC. */
    private static final LocalDate MONDAY = LocalDate.parse("2026-01-12");

    /** Of a window that opens on a date: what is open, in UTC. The instants were reckoned by hand from the published changes. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(textBlock = """
            # No change that week: the same wall clock in summer and in winter is another hour of UTC.
            Europe/Berlin,        2026-01-14, 18:00-19:30, 2026-01-14T17:00/2026-01-14T18:30
            Europe/Berlin,        2026-07-15, 18:00-19:30, 2026-07-15T16:00/2026-07-15T17:30
            Asia/Kolkata,         2026-03-29, 02:00-03:00, 2026-03-28T20:30/2026-03-28T21:30
            Asia/Kolkata,         2026-10-25, 22:00-00:00, 2026-10-25T16:30/2026-10-25T18:30
            Asia/Kathmandu,       2026-10-25, 06:00-07:00, 2026-10-25T00:15/2026-10-25T01:15
            # 02:00 becomes 03:00.
            Europe/Berlin,        2026-03-29, 01:30-03:30, 2026-03-29T00:30/2026-03-29T01:30
            Europe/Berlin,        2026-03-29, 02:30-04:00, 2026-03-29T01:00/2026-03-29T02:00
            Europe/Berlin,        2026-03-29, 01:00-02:30, 2026-03-29T00:00/2026-03-29T01:00
            Europe/Berlin,        2026-03-29, 02:00-03:00, -
            Europe/Berlin,        2026-03-28, 23:00-04:00, 2026-03-28T22:00/2026-03-29T02:00
            America/New_York,     2026-03-08, 01:30-03:30, 2026-03-08T06:30/2026-03-08T07:30
            America/New_York,     2026-03-08, 02:15-02:45, -
            Australia/Adelaide,   2026-10-04, 01:30-03:30, 2026-10-03T16:00/2026-10-03T17:00
            Australia/Adelaide,   2026-10-04, 02:00-03:00, -
            # 02:00 becomes 02:30: half an hour is left out.
            Australia/Lord_Howe,  2026-10-04, 01:30-03:00, 2026-10-03T15:00/2026-10-03T16:00
            Australia/Lord_Howe,  2026-10-04, 02:15-03:00, 2026-10-03T15:30/2026-10-03T16:00
            Australia/Lord_Howe,  2026-10-04, 02:00-02:30, -
            # Midnight becomes 01:00.
            America/Santiago,     2026-09-06, 00:00-02:00, 2026-09-06T04:00/2026-09-06T05:00
            America/Santiago,     2026-09-05, 22:00-00:30, 2026-09-06T02:00/2026-09-06T04:00
            # 02:45 becomes 03:45.
            Pacific/Chatham,      2026-09-27, 02:00-04:00, 2026-09-26T13:15/2026-09-26T14:15
            Pacific/Chatham,      2026-09-27, 02:45-03:45, -
            # 03:00 becomes 02:00 again.
            Europe/Berlin,        2026-10-25, 01:30-03:30, 2026-10-24T23:30/2026-10-25T02:30
            Europe/Berlin,        2026-10-25, 02:00-03:00, 2026-10-25T00:00/2026-10-25T02:00
            Europe/Berlin,        2026-10-25, 02:30-03:30, 2026-10-25T00:30/2026-10-25T02:30
            Europe/Berlin,        2026-10-25, 01:00-02:30, 2026-10-24T23:00/2026-10-25T00:30
            Europe/Berlin,        2026-10-25, 02:15-02:45, 2026-10-25T00:15/2026-10-25T00:45
            # 02:00 becomes 01:00 again.
            America/New_York,     2026-11-01, 00:30-02:30, 2026-11-01T04:30/2026-11-01T07:30
            America/New_York,     2026-11-01, 01:15-01:45, 2026-11-01T05:15/2026-11-01T05:45
            Australia/Adelaide,   2026-04-05, 01:00-04:00, 2026-04-04T14:30/2026-04-04T18:30
            # 02:00 becomes 01:30 again: half an hour comes twice.
            Australia/Lord_Howe,  2026-04-05, 01:00-02:30, 2026-04-04T14:00/2026-04-04T16:00
            Australia/Lord_Howe,  2026-04-05, 01:30-02:00, 2026-04-04T14:30/2026-04-04T15:30
            # On Saturday midnight becomes 23:00 again: Saturday's last hour comes twice.
            America/Santiago,     2026-04-04, 22:00-00:00, 2026-04-05T01:00/2026-04-05T04:00
            America/Santiago,     2026-04-04, 22:30-23:30, 2026-04-05T01:30/2026-04-05T02:30
            America/Santiago,     2026-04-05, 00:00-01:00, 2026-04-05T04:00/2026-04-05T05:00
            # 03:45 becomes 02:45 again.
            Pacific/Chatham,      2026-04-05, 02:00-04:00, 2026-04-04T12:15/2026-04-04T15:15
            Pacific/Chatham,      2026-04-05, 03:00-03:30, 2026-04-04T13:15/2026-04-04T13:45
            # A whole day was left out when Samoa went over the date line.
            Pacific/Apia,         2011-12-30, 09:00-17:00, -
            Pacific/Apia,         2011-12-29, 22:00-02:00, 2011-12-30T08:00/2011-12-30T10:00
            """)
    void a_window_follows_the_clock_on_the_wall(String zone, LocalDate date, String window, String open) {
        Window weekly = window(date.getDayOfWeek(), window);
        WeeklyHours hours = new WeeklyHours(ZoneId.of(zone), List.of(weekly), List.of());
        assertThat(hours.between(around(date, zone, -2), around(date, zone, 3)).all())
                .isEqualTo(spans(open));
    }

    @Test
    void what_is_closed_is_taken_from_the_week_and_what_is_open_added_even_on_the_same_date() {
        WeeklyHours hours = new WeeklyHours(
                BERLIN,
                List.of(window(DayOfWeek.MONDAY, "18:00-20:00"), window(DayOfWeek.TUESDAY, "18:00-20:00")),
                List.of(
                        DatedWindow.closed(MONDAY),
                        DatedWindow.open(MONDAY, LocalTime.of(7, 0), LocalTime.of(8, 0)),
                        DatedWindow.closed(MONDAY.plusDays(1), LocalTime.of(18, 30), LocalTime.of(19, 0)),
                        DatedWindow.open(MONDAY.plusDays(2), LocalTime.of(23, 0), LocalTime.of(1, 0))));
        assertThat(week(hours))
                .isEqualTo(spans("2026-01-12T06:00/2026-01-12T07:00 2026-01-13T17:00/2026-01-13T17:30 "
                        + "2026-01-13T18:00/2026-01-13T19:00 2026-01-14T22:00/2026-01-15T00:00"));
    }

    @Test
    void a_closed_day_takes_what_a_window_of_the_day_before_leaves_in_it() {
        WeeklyHours hours = new WeeklyHours(
                BERLIN,
                List.of(window(DayOfWeek.MONDAY, "22:00-02:00")),
                List.of(DatedWindow.closed(MONDAY.plusDays(1))));
        assertThat(week(hours)).isEqualTo(spans("2026-01-12T21:00/2026-01-12T23:00"));
    }

    @Test
    void a_closed_hour_that_comes_twice_is_closed_twice() {
        LocalDate change = LocalDate.parse("2026-10-25");
        WeeklyHours hours = new WeeklyHours(
                BERLIN,
                List.of(window(DayOfWeek.SUNDAY, "00:00-06:00")),
                List.of(DatedWindow.closed(change, LocalTime.of(2, 15), LocalTime.of(2, 45))));
        assertThat(hours.between(around(change, "Europe/Berlin", -1), around(change, "Europe/Berlin", 2))
                        .all())
                .isEqualTo(spans("2026-10-24T22:00/2026-10-25T00:15 2026-10-25T01:45/2026-10-25T05:00"));
    }

    @Test
    void an_exception_is_taken_back_as_it_was_made() {
        WeeklyHours hours = new WeeklyHours(BERLIN, List.of(window(DayOfWeek.MONDAY, "18:00-20:00")), List.of());
        DatedWindow away = DatedWindow.closed(MONDAY);
        assertThat(week(hours.with(away))).isEmpty();
        assertThat(hours.with(away).without(away)).isEqualTo(hours);
    }

    @Test
    void who_has_said_nothing_is_open_never_and_no_time_holds_nothing() {
        WeeklyHours always = new WeeklyHours(
                BERLIN,
                Arrays.stream(DayOfWeek.values())
                        .map(day -> window(day, "00:00-00:00"))
                        .toList(),
                List.of());
        Instant at = Instant.parse("2026-01-12T12:00:00Z");
        assertThat(week(WeeklyHours.never(BERLIN))).isEmpty();
        assertThat(always.between(at, at).isEmpty()).isTrue();
        assertThat(always.between(at, at.minusSeconds(1)).isEmpty()).isTrue();
        assertThat(always.between(at, at.plusSeconds(1)).all()).containsExactly(new Span(at, at.plusSeconds(1)));
    }

    @Test
    void hours_are_told_to_the_minute() {
        LocalTime odd = LocalTime.of(9, 0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(DayOfWeek.MONDAY, odd, LocalTime.NOON))
                .withMessageContaining("to the minute");
        assertThatIllegalArgumentException().isThrownBy(() -> DatedWindow.open(MONDAY, LocalTime.NOON, odd));
    }

    /** Whatever happens to the clocks: windows that meet on the wall meet in time, and no moment is lost or open twice. */
    @Property(tries = 300)
    void windows_that_fill_the_week_fill_every_week(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 1500) int weeks,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 1439) Integer> cuts) {
        List<LocalTime> times = cuts.stream()
                .distinct()
                .sorted()
                .map(minute -> LocalTime.ofSecondOfDay(minute * 60L))
                .toList();
        List<Window> windows = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int at = 0; at < times.size(); at++) {
                windows.add(new Window(day, times.get(at), times.get((at + 1) % times.size())));
            }
        }
        Instant from = Instant.parse("2000-01-01T00:00:00Z").plus(Duration.ofDays(7L * weeks));
        Span week = Span.of(from, Duration.ofDays(7));
        assertThat(new WeeklyHours(zone, windows, List.of()).within(week).all()).containsExactly(week);
        Duration alone = windows.stream()
                .map(window -> new WeeklyHours(zone, List.of(window), List.of())
                        .within(week)
                        .total())
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(alone).isEqualTo(week.length());
    }

    /** Against somebody who looks at the clock once a minute, for two days on either side of every change of it. */
    @Property(tries = 400)
    void a_window_is_open_as_somebody_who_watches_the_clock_would_say(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 60) int change,
            @ForAll @IntRange(max = 287) int from,
            @ForAll @IntRange(max = 287) int until) {
        Instant near = Optional.ofNullable(zone.getRules()
                        .nextTransition(Instant.parse("1995-01-01T00:00:00Z").plus(Duration.ofDays(180L * change))))
                .map(transition -> transition.getInstant().truncatedTo(ChronoUnit.MINUTES))
                .orElse(Instant.parse("2026-03-29T01:00:00Z"));
        Instant start = near.minus(Duration.ofDays(2));
        LocalDate date = LocalDate.ofInstant(near.minusSeconds(3600), zone);
        Window window = new Window(date.getDayOfWeek(), time(from), time(until));
        LocalDateTime closing =
                (window.from().isBefore(window.until()) ? date : date.plusDays(1)).atTime(window.until());
        Instant opens = watch(zone, start, date.atTime(window.from()));
        Instant closes = watch(zone, start, closing);
        Spans open = new WeeklyHours(zone, List.of(window), List.of()).between(start, near.plus(Duration.ofDays(3)));
        assertThat(open).isEqualTo(opens.isBefore(closes) ? Spans.of(new Span(opens, closes)) : Spans.NONE);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "America/St_Johns",
                        "America/Santiago",
                        "Asia/Kolkata",
                        "Asia/Kathmandu",
                        "Asia/Tehran",
                        "Australia/Adelaide",
                        "Australia/Lord_Howe",
                        "Pacific/Chatham",
                        "Pacific/Auckland",
                        "Africa/Cairo",
                        "UTC")
                .map(ZoneId::of);
    }

    private static Instant watch(ZoneId zone, Instant start, LocalDateTime time) {
        Instant at = start;
        while (LocalDateTime.ofInstant(at, zone).isBefore(time)) {
            at = at.plusSeconds(60);
        }
        return at;
    }

    private static LocalTime time(int fiveMinutes) {
        return LocalTime.ofSecondOfDay(fiveMinutes * 300L);
    }

    private static List<Span> week(WeeklyHours hours) {
        return hours.between(
                        MONDAY.atStartOfDay(BERLIN).toInstant(),
                        MONDAY.plusDays(7).atStartOfDay(BERLIN).toInstant())
                .all();
    }

    private static Instant around(LocalDate date, String zone, int days) {
        return date.plusDays(days).atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    private static Window window(DayOfWeek day, String times) {
        String[] ends = times.split("-", -1);
        return new Window(day, LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    private static List<Span> spans(String text) {
        return text.equals("-")
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .map(each -> each.split("/", -1))
                        .map(ends -> new Span(Instant.parse(ends[0] + ":00Z"), Instant.parse(ends[1] + ":00Z")))
                        .toList();
    }
}
