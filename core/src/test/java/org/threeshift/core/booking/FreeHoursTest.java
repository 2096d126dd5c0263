package org.threeshift.core.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeshift.core.booking.FreeHours.Booked;
import org.threeshift.core.hours.DatedWindow;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;

class FreeHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
    private static final Instant LONG_BEFORE = at(BERLIN, TUESDAY.minusDays(5), "08:00");
    private static final Duration HOUR = Duration.ofHours(1);
    /** Nothing but the hours counts, on a grid of full hours. */
    private static final Rules NONE = new Rules(0, 0, 0, 24, 180, 0, 60);

    @Test
    void a_session_lies_whole_within_the_open_hours() {
        assertThat(on(TUESDAY, free(NONE, "09:00-12:30"), HOUR)).containsExactly("09:00", "10:00", "11:00");
        assertThat(on(TUESDAY, free(NONE, "09:00-09:45"), HOUR)).isEmpty();
        assertThat(on(TUESDAY, free(NONE, "09:00-10:00"), HOUR)).containsExactly("09:00");
    }

    @Test
    void what_whoever_books_has_elsewhere_takes_away_what_it_overlaps_and_nothing_else() {
        var chance = new Random(11);
        for (int round = 0; round < 200; round++) {
            Spans elsewhere = spans(chance, 6);
            var free = new FreeHours(hours("08:00-20:00"), spans(chance, 4), List.of(), step(15));
            Span within = day(BERLIN, TUESDAY);
            List<Instant> expected = free.starts(HOUR, within, LONG_BEFORE).stream()
                    .filter(start ->
                            elsewhere.intersection(Span.of(start, HOUR)).isEmpty())
                    .toList();
            assertThat(free.starts(HOUR, within, elsewhere, LONG_BEFORE)).isEqualTo(expected);
        }
    }

    private static Spans spans(Random chance, int most) {
        List<Span> spans = new ArrayList<>();
        for (int number = 0; number < chance.nextInt(most); number++) {
            Instant from = at(BERLIN, TUESDAY, "08:00").plus(Duration.ofMinutes(chance.nextInt(720)));
            spans.add(Span.of(from, Duration.ofMinutes(1 + chance.nextInt(90))));
        }
        return Spans.of(spans);
    }

    /** A page over half a year, of a coach and a candidate with hundreds of appointments: by far not what a page may take. */
    @Test
    void half_a_year_of_two_busy_people_takes_milliseconds() {
        Instant now = at(BERLIN, TUESDAY, "06:00");
        List<Span> many = new ArrayList<>();
        for (int number = 0; number < 400; number++) {
            many.add(Span.of(now.plus(Duration.ofHours(10L * number)), Duration.ofMinutes(50)));
        }
        Spans busy = Spans.of(many);
        var free = new FreeHours(
                new WeeklyHours(
                        BERLIN,
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> window(day, "08:00-20:00"))
                                .toList(),
                        List.of()),
                busy,
                many.stream()
                        .map(span -> new FreeHours.Booked(span, Duration.ZERO, Duration.ZERO))
                        .toList(),
                new Rules(15, 15, 0, 24, 180, 0, 15));
        Span half = Span.of(now, Duration.ofDays(182));
        List<Long> took = new ArrayList<>();
        for (int round = 0; round < 30; round++) {
            long before = System.nanoTime();
            assertThat(free.starts(HOUR, half, busy, now)).isNotEmpty();
            took.add(System.nanoTime() - before);
        }
        assertThat(Duration.ofNanos(took.stream().sorted().skip(15).findFirst().orElseThrow()))
                .isLessThan(Duration.ofMillis(20));
    }

    @Test
    void it_begins_on_the_grid_of_the_coachs_clock() {
        assertThat(on(TUESDAY, free(step(30), "09:10-11:00"), HOUR)).containsExactly("09:30", "10:00");
        assertThat(on(TUESDAY, free(step(15), "09:10-10:30"), HOUR)).containsExactly("09:15", "09:30");
        var kathmandu = new WeeklyHours(
                ZoneId.of("Asia/Kathmandu"), List.of(window(DayOfWeek.TUESDAY, "09:00-11:00")), List.of());
        var free = new FreeHours(kathmandu, Spans.NONE, List.of(), NONE);
        assertThat(free.starts(HOUR, day(kathmandu.zone(), TUESDAY), LONG_BEFORE))
                .containsExactly(at(kathmandu.zone(), TUESDAY, "09:00"), at(kathmandu.zone(), TUESDAY, "10:00"));
    }

    @Test
    void what_the_coach_is_busy_with_is_not_free_and_what_only_touches_it_is() {
        Spans busy = Spans.of(span("10:00", "11:00"));
        assertThat(on(TUESDAY, new FreeHours(hours("09:00-13:00"), busy, List.of(), NONE), HOUR))
                .containsExactly("09:00", "11:00", "12:00");
    }

    @Test
    void a_buffer_before_keeps_the_time_after_what_is_busy_and_a_buffer_after_the_time_before_it() {
        Spans busy = Spans.of(span("11:00", "12:00"));
        var before = new Rules(15, 0, 0, 24, 180, 0, 15);
        assertThat(on(TUESDAY, new FreeHours(hours("09:30-13:30"), busy, List.of(), before), HOUR))
                .containsExactly("09:30", "09:45", "10:00", "12:15", "12:30");
        var after = new Rules(0, 15, 0, 24, 180, 0, 15);
        assertThat(on(TUESDAY, new FreeHours(hours("09:30-13:30"), busy, List.of(), after), HOUR))
                .containsExactly("09:30", "09:45", "12:00", "12:15", "12:30");
    }

    /** Both hold: those of the session that is booked and those of the new one, of which the longer one decides. */
    @Test
    void a_session_that_is_booked_keeps_its_own_buffers_before_and_behind() {
        Spans busy = Spans.of(span("11:00", "12:00"));
        var wide = List.of(booked("11:00", 15, 30));
        var none = new Rules(0, 0, 0, 24, 180, 0, 15);
        assertThat(on(TUESDAY, new FreeHours(hours("09:30-13:30"), busy, wide, none), HOUR))
                .containsExactly("09:30", "09:45", "12:30");
        var longer = new Rules(45, 0, 0, 24, 180, 0, 15);
        assertThat(on(TUESDAY, new FreeHours(hours("09:30-14:00"), busy, wide, longer), HOUR))
                .containsExactly("09:30", "09:45", "12:45", "13:00");
        var shorter = new Rules(15, 0, 0, 24, 180, 0, 15);
        assertThat(on(TUESDAY, new FreeHours(hours("09:30-13:30"), busy, wide, shorter), HOUR))
                .containsExactly("09:30", "09:45", "12:30");
    }

    @Test
    void buffers_need_not_lie_within_the_open_hours() {
        var wide = new Rules(60, 60, 0, 24, 180, 0, 60);
        assertThat(on(TUESDAY, free(wide, "09:00-10:00"), HOUR)).containsExactly("09:00");
    }

    /** Also what ends the day before, or begins the day after. */
    @Test
    void a_buffer_reaches_over_midnight() {
        Spans busy = Spans.of(new Span(at(BERLIN, TUESDAY.minusDays(1), "23:00"), at(BERLIN, TUESDAY, "00:00")));
        var rules = new Rules(30, 0, 0, 24, 180, 0, 15);
        assertThat(on(TUESDAY, new FreeHours(hours("00:00-02:00"), busy, List.of(), rules), HOUR))
                .containsExactly("00:30", "00:45", "01:00");
    }

    @Test
    void notice_is_counted_to_the_minute() {
        var rules = new Rules(0, 0, 24, 24, 180, 0, 60);
        var free = free(rules, "09:00-12:00");
        assertThat(free.starts(HOUR, day(BERLIN, TUESDAY), at(BERLIN, TUESDAY.minusDays(1), "10:00")))
                .containsExactly(at(BERLIN, TUESDAY, "10:00"), at(BERLIN, TUESDAY, "11:00"));
        assertThat(free.starts(HOUR, day(BERLIN, TUESDAY), at(BERLIN, TUESDAY.minusDays(1), "10:01")))
                .containsExactly(at(BERLIN, TUESDAY, "11:00"));
    }

    @Test
    void the_past_is_over_even_without_notice() {
        assertThat(free(NONE, "09:00-12:00").starts(HOUR, day(BERLIN, TUESDAY), at(BERLIN, TUESDAY, "10:30")))
                .containsExactly(at(BERLIN, TUESDAY, "11:00"));
    }

    @Test
    void the_last_day_can_be_booked_and_the_next_cannot() {
        var rules = new Rules(0, 0, 0, 24, 7, 0, 60);
        var free = free(rules, "09:00-10:00");
        Instant weekBefore = at(BERLIN, TUESDAY.minusDays(7), "23:30");
        assertThat(free.starts(HOUR, day(BERLIN, TUESDAY), weekBefore)).hasSize(1);
        assertThat(free.starts(HOUR, day(BERLIN, TUESDAY), weekBefore.minus(HOUR)))
                .hasSize(1);
        assertThat(free.starts(HOUR, day(BERLIN, TUESDAY), at(BERLIN, TUESDAY.minusDays(8), "23:30")))
                .isEmpty();
    }

    @Test
    void a_day_that_is_full_is_closed_and_the_others_are_not() {
        var rules = new Rules(0, 0, 0, 2, 180, 0, 60);
        List<Booked> booked = List.of(booked("09:00", 0, 0), booked("15:00", 0, 0));
        var full = new FreeHours(hours("09:00-17:00"), Spans.NONE, booked, rules);
        assertThat(on(TUESDAY, full, HOUR)).isEmpty();
        var room = new FreeHours(hours("09:00-11:00"), Spans.NONE, booked.subList(0, 1), rules);
        assertThat(on(TUESDAY, room, HOUR)).containsExactly("10:00");
        assertThat(on(TUESDAY.plusDays(7), full, HOUR)).isNotEmpty();
    }

    /** Half past midnight in Berlin is still Monday in London, where the candidate sits. */
    @Test
    void a_day_is_that_of_the_coachs_clock() {
        var rules = new Rules(0, 0, 0, 1, 180, 0, 30);
        Instant start = at(ZoneId.of("Europe/London"), TUESDAY.minusDays(1), "23:30");
        assertThat(start).isEqualTo(at(BERLIN, TUESDAY, "00:30"));
        var booked = List.of(new Booked(Span.of(start, HOUR), Duration.ZERO, Duration.ZERO));
        assertThat(on(TUESDAY, new FreeHours(hours("09:00-11:00"), Spans.NONE, booked, rules), HOUR))
                .isEmpty();
    }

    @Test
    void a_date_that_is_closed_is_closed_and_one_that_is_open_besides_is_open() {
        var closed = hours("09:00-11:00").with(DatedWindow.closed(TUESDAY));
        assertThat(on(TUESDAY, new FreeHours(closed, Spans.NONE, List.of(), NONE), HOUR))
                .isEmpty();
        var moved = closed.with(DatedWindow.open(TUESDAY, LocalTime.of(18, 0), LocalTime.of(20, 0)));
        assertThat(on(TUESDAY, new FreeHours(moved, Spans.NONE, List.of(), NONE), HOUR))
                .containsExactly("18:00", "19:00");
    }

    @Test
    void a_moment_is_free_exactly_when_it_is_among_the_starts() {
        var free = free(NONE, "09:00-12:00");
        assertThat(free.has(at(BERLIN, TUESDAY, "11:00"), HOUR, LONG_BEFORE)).isTrue();
        assertThat(free.has(at(BERLIN, TUESDAY, "11:30"), HOUR, LONG_BEFORE)).isFalse();
        assertThat(free.has(at(BERLIN, TUESDAY, "12:00"), HOUR, LONG_BEFORE)).isFalse();
    }

    /** On a Sunday on which clocks change, the same wall clock opens, and the sessions are as long as ever. */
    @ParameterizedTest
    @CsvSource({
        // zone, date, hours, sessions of an hour that fit
        "Europe/Berlin,       2026-03-29, 01:00-04:00, 2",
        "Europe/Berlin,       2026-10-25, 01:00-04:00, 4",
        "America/New_York,    2026-03-08, 01:00-04:00, 2",
        "America/New_York,    2026-11-01, 00:00-03:00, 4",
        "Australia/Adelaide,  2026-10-04, 01:00-04:00, 2",
        "Australia/Adelaide,  2026-04-05, 01:00-04:00, 4",
        "Australia/Lord_Howe, 2026-10-04, 01:00-04:00, 2",
        "Australia/Lord_Howe, 2026-04-05, 01:00-04:00, 3",
        "America/Santiago,    2026-04-04, 22:00-00:00, 3",
        "Africa/Cairo,        2026-04-24, 00:00-03:00, 2",
        "Asia/Kathmandu,      2026-03-29, 01:00-04:00, 3",
        "America/St_Johns,    2026-11-01, 00:00-03:00, 4",
    })
    void clocks_change_and_sessions_stay_whole(String zoneName, LocalDate date, String open, int fitting) {
        ZoneId zone = ZoneId.of(zoneName);
        var hours = new WeeklyHours(zone, List.of(window(date.getDayOfWeek(), open)), List.of());
        var free = new FreeHours(hours, Spans.NONE, List.of(), new Rules(0, 0, 0, 24, 180, 0, 15));
        Instant before = date.minusDays(3).atStartOfDay(zone).toInstant();
        List<Instant> starts = free.starts(HOUR, day(zone, date), before);
        Spans whole = hours.within(day(zone, date));
        assertThat(starts)
                .isNotEmpty()
                .allSatisfy(start ->
                        assertThat(whole.contains(Span.of(start, HOUR))).isTrue());
        assertThat(apart(starts)).hasSize(fitting);
        // An hour that comes twice on the clock is offered twice, at moments an hour or half of one apart.
        assertThat(starts).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void the_same_hour_of_the_week_is_another_moment_after_the_clocks_changed() {
        var sundays = new WeeklyHours(BERLIN, List.of(window(DayOfWeek.SUNDAY, "10:00-11:00")), List.of());
        var free = new FreeHours(sundays, Spans.NONE, List.of(), NONE);
        Instant from = Instant.parse("2026-03-20T00:00:00Z");
        assertThat(free.starts(HOUR, Span.of(from, Duration.ofDays(12)), from))
                .containsExactly(Instant.parse("2026-03-22T09:00:00Z"), Instant.parse("2026-03-29T08:00:00Z"));
    }

    /** As many as can be held one after the other. */
    private static List<Instant> apart(List<Instant> starts) {
        List<Instant> held = new ArrayList<>();
        for (Instant start : starts) {
            if (held.isEmpty() || !start.isBefore(held.getLast().plus(HOUR))) {
                held.add(start);
            }
        }
        return held;
    }

    private static List<String> on(LocalDate date, FreeHours free, Duration length) {
        return free.starts(length, day(BERLIN, date), LONG_BEFORE).stream()
                .map(start -> LocalTime.ofInstant(start, BERLIN).toString())
                .toList();
    }

    private static FreeHours free(Rules rules, String... tuesdays) {
        return new FreeHours(hours(tuesdays), Spans.NONE, List.of(), rules);
    }

    private static Rules step(int minutes) {
        return new Rules(0, 0, 0, 24, 180, 0, minutes);
    }

    private static WeeklyHours hours(String... tuesdays) {
        return new WeeklyHours(
                BERLIN,
                Arrays.stream(tuesdays)
                        .map(text -> window(DayOfWeek.TUESDAY, text))
                        .toList(),
                List.of());
    }

    private static Window window(DayOfWeek day, String text) {
        String[] ends = text.split("-", 2);
        return new Window(day, LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    private static Booked booked(String from, int before, int after) {
        return new Booked(
                Span.of(at(BERLIN, TUESDAY, from), HOUR), Duration.ofMinutes(before), Duration.ofMinutes(after));
    }

    private static Span span(String from, String until) {
        return new Span(at(BERLIN, TUESDAY, from), at(BERLIN, TUESDAY, until));
    }

    private static Span day(ZoneId zone, LocalDate date) {
        return new Span(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Instant at(ZoneId zone, LocalDate date, String time) {
        return LocalDateTime.of(date, LocalTime.parse(time)).atZone(zone).toInstant();
    }
}
