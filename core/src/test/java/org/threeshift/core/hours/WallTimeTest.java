package org.threeshift.core.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.hours.WallTime.Pass;
import org.threeshift.core.hours.WallTime.Reading;

class WallTimeTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-11-25T14:30, 2026-11-25T13:30:00Z",
        "Asia/Kolkata, 2026-11-25T14:30, 2026-11-25T09:00:00Z",
        "Australia/Lord_Howe, 2026-11-25T14:30, 2026-11-25T03:30:00Z",
        "America/Sao_Paulo, 2026-11-25T14:30, 2026-11-25T17:30:00Z",
    })
    void a_time_that_comes_once_is_that_moment_whichever_pass_is_named(String zone, String typed, Instant moment) {
        WallTime time = time(typed, zone);
        for (String pass : List.of("", WallTime.FIRST, WallTime.SECOND, "nonsense")) {
            assertThat(time.read(pass)).isEqualTo(new Reading.At(moment));
        }
        assertThat(time.passes()).isEmpty();
        assertThat(WallTime.typed(moment, ZoneId.of(zone))).isEqualTo(typed);
        assertThat(WallTime.pass(moment, ZoneId.of(zone))).isEmpty();
    }

    /** Half an hour comes twice on Lord Howe Island; elsewhere clocks are put back at midnight, or to a quarter to the hour. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2026-10-25T02:30, UTC+02:00, 2026-10-25T00:30:00Z, UTC+01:00, 2026-10-25T01:30:00Z",
        "Europe/Berlin,       2026-10-25T02:00, UTC+02:00, 2026-10-25T00:00:00Z, UTC+01:00, 2026-10-25T01:00:00Z",
        "Europe/Lisbon,       2026-10-25T01:30, UTC+01:00, 2026-10-25T00:30:00Z, UTC,       2026-10-25T01:30:00Z",
        "America/St_Johns,    2026-11-01T01:15, UTC-02:30, 2026-11-01T03:45:00Z, UTC-03:30, 2026-11-01T04:45:00Z",
        "America/Santiago,    2026-04-04T23:30, UTC-03:00, 2026-04-05T02:30:00Z, UTC-04:00, 2026-04-05T03:30:00Z",
        "Australia/Lord_Howe, 2026-04-05T01:45, UTC+11:00, 2026-04-04T14:45:00Z, UTC+10:30, 2026-04-04T15:15:00Z",
        "Pacific/Chatham,     2026-04-05T03:30, UTC+13:45, 2026-04-04T13:45:00Z, UTC+12:45, 2026-04-04T14:45:00Z",
    })
    void of_a_time_that_comes_twice_it_is_asked_which_is_meant(
            String zone, String typed, String before, Instant first, String after, Instant second) {
        WallTime time = time(typed, zone);
        assertThat(time.read(""))
                .isEqualTo(time.read("nonsense"))
                .isInstanceOfSatisfying(
                        Reading.Twice.class,
                        twice -> assertThat(twice.sentence()).contains(typed.substring(11) + " comes twice"));
        assertThat(time.read(WallTime.FIRST)).isEqualTo(new Reading.At(first));
        assertThat(time.read(WallTime.SECOND)).isEqualTo(new Reading.At(second));
        assertThat(time.passes())
                .containsExactly(
                        new Pass(WallTime.FIRST, "The first (" + before + "), before the clocks are put back"),
                        new Pass(WallTime.SECOND, "The second (" + after + "), after they were put back"));
        assertThat(WallTime.typed(first, ZoneId.of(zone)))
                .isEqualTo(WallTime.typed(second, ZoneId.of(zone)))
                .isEqualTo(typed);
        assertThat(WallTime.pass(first, ZoneId.of(zone))).isEqualTo(WallTime.FIRST);
        assertThat(WallTime.pass(second, ZoneId.of(zone))).isEqualTo(WallTime.SECOND);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2026-10-25T01:59",
        "Europe/Berlin,       2026-10-25T03:00",
        "Australia/Lord_Howe, 2026-04-05T01:29",
        "Australia/Lord_Howe, 2026-04-05T02:00",
    })
    void what_lies_beside_a_doubled_hour_comes_once(String zone, String typed) {
        assertThat(time(typed, zone).read("")).isInstanceOf(Reading.At.class);
        assertThat(time(typed, zone).passes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2027-03-28T02:30, 02:00, 03:00",
        "America/St_Johns,    2026-03-08T02:00, 02:00, 03:00",
        "America/Santiago,    2026-09-06T00:30, 00:00, 01:00",
        "Australia/Lord_Howe, 2026-10-04T02:15, 02:00, 02:30",
        "Pacific/Chatham,     2026-09-27T03:00, 02:45, 03:45",
    })
    void a_time_that_the_clock_never_shows_is_none(String zone, String typed, String from, String until) {
        assertThat(time(typed, zone).read(WallTime.FIRST))
                .isEqualTo(
                        new Reading.Never("The clocks are put forward from %s to %s on that day, so %s does not exist."
                                        .formatted(from, until, typed.substring(11))
                                + " Choose another time."));
        assertThat(time(typed, zone).passes()).isEmpty();
    }

    @Test
    void seconds_do_not_hide_which_of_two_a_moment_is() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        assertThat(WallTime.pass(Instant.parse("2026-10-25T01:30:17.5Z"), zone)).isEqualTo(WallTime.SECOND);
        assertThat(WallTime.typed(Instant.parse("2026-10-25T01:30:17.5Z"), zone))
                .isEqualTo("2026-10-25T02:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-11-25", "2026-13-25T14:30", "2026-11-25T14:30Z"})
    void anything_else_is_unreadable(String typed) {
        assertThat(WallTime.parse(typed, ZoneId.of("UTC"))).isEmpty();
    }

    private static WallTime time(String typed, String zone) {
        return WallTime.parse(typed, ZoneId.of(zone)).orElseThrow();
    }
}
