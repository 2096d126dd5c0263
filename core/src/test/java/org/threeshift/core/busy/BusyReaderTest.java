package org.threeshift.core.busy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.busy.BusyReader.Reading;
import org.threeshift.core.hours.Span;

class BusyReaderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Span WINDOW = span("2026-11-10T00:00:00Z", "2027-05-01T00:00:00Z");

    @Test
    void a_file_of_google_says_when_its_owner_is_busy() {
        assertThat(busy("google.ics"))
                .containsExactly(
                        // Not on the 16th, which was taken out; at eleven on the 30th, to which it was moved.
                        span("2026-11-23T08:00:00Z", "2026-11-23T08:30:00Z"),
                        span("2026-11-30T10:00:00Z", "2026-11-30T10:30:00Z"),
                        span("2026-12-03T14:00:00Z", "2026-12-03T15:00:00Z"),
                        // The last one, which its end in UTC just lets in.
                        span("2026-12-07T08:00:00Z", "2026-12-07T08:30:00Z"),
                        span("2026-12-23T23:00:00Z", "2026-12-26T23:00:00Z"));
    }

    @Test
    void a_file_of_outlook_brings_zones_of_its_own_and_is_read_by_them() {
        Reading.Done read = (Reading.Done) read(file("outlook.ics"));
        assertThat(read.skipped()).as("the zone that is nowhere").isEqualTo(1);
        assertThat(read.busy())
                .startsWith(
                        span("2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z"),
                        span("2026-11-26T08:00:00Z", "2026-11-26T09:00:00Z"),
                        span("2026-12-02T12:00:00Z", "2026-12-02T13:00:00Z"),
                        span("2026-12-08T08:00:00Z", "2026-12-08T09:00:00Z"))
                // By summer time, an hour earlier by UTC.
                .contains(span("2027-03-30T07:00:00Z", "2027-03-30T08:00:00Z"))
                .doesNotContain(span("2026-11-25T12:00:00Z", "2026-11-25T13:00:00Z"));
    }

    @Test
    void a_file_of_apple_repeats_by_the_wall_clock_and_counts() {
        assertThat(busy("apple.ics"))
                .containsExactly(
                        span("2026-12-01T14:30:00Z", "2026-12-01T15:30:00Z"),
                        span("2026-12-08T17:00:00Z", "2026-12-08T18:30:00Z"),
                        span("2027-01-05T14:30:00Z", "2027-01-05T15:30:00Z"),
                        span("2027-02-02T14:30:00Z", "2027-02-02T15:30:00Z"),
                        span("2027-02-28T23:00:00Z", "2027-03-01T23:00:00Z"));
    }

    @Test
    void free_and_busy_times_are_read_and_joined() {
        assertThat(((Reading.Done) read(calendar("""
                        BEGIN:VFREEBUSY
                        FREEBUSY;FBTYPE=BUSY:20261201T090000Z/20261201T100000Z,20261201T100000Z/PT30M
                        FREEBUSY;FBTYPE=FREE:20261202T090000Z/PT1H
                        FREEBUSY:20261203T090000Z/PT1H
                        END:VFREEBUSY
                        """))).busy())
                .containsExactly(
                        span("2026-12-01T09:00:00Z", "2026-12-01T10:30:00Z"),
                        span("2026-12-03T09:00:00Z", "2026-12-03T10:00:00Z"));
    }

    @Test
    void a_day_that_the_clock_makes_shorter_ends_at_midnight_too() {
        assertThat(((Reading.Done) read(event("DTSTART;VALUE=DATE:20270328"))).busy())
                .containsExactly(span("2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z"));
    }

    @Test
    void what_began_before_and_is_not_over_counts() {
        assertThat(((Reading.Done) read(event("DTSTART:20261109T000000Z\nDTEND:20261112T000000Z"))).busy())
                .containsExactly(span("2026-11-10T00:00:00Z", "2026-11-12T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;COUNT=10",
                "FREQ=HOURLY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;COUNT=999999999",
                "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6;BYMINUTE=0,10,20,30,40,50",
                "FREQ=FORTNIGHTLY",
                "FREQ=DAILY;X-EVIL=1",
                "COUNT=3",
                "",
                "FREQ=DAILY;UNTIL=never"
            })
    void a_rule_that_would_never_end_or_is_none_is_counted_and_left_out(String rule) {
        assertThat(read(event("DTSTART:20261201T090000Z\nDTEND:20261201T100000Z\nRRULE:" + rule)))
                .isEqualTo(new Reading.Done(List.of(), 1));
    }

    @Test
    void a_rule_that_never_fits_ends() {
        assertThat(read(event("DTSTART:20261201T090000Z\nDTEND:20261201T100000Z\n"
                        + "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")))
                .isInstanceOf(Reading.Done.class);
    }

    @Test
    void a_file_that_costs_too_much_is_not_read_to_its_end() {
        var many = new StringBuilder();
        for (int number = 0; number < 5_000; number++) {
            many.append("""
                    BEGIN:VEVENT
                    UID:%d
                    DTSTART:19700101T000000Z
                    DURATION:PT1M
                    RRULE:FREQ=DAILY
                    END:VEVENT
                    """.formatted(number));
        }
        long before = System.nanoTime();
        assertThat(read(calendar(many.toString()))).isEqualTo(new Reading.Failed(Trouble.TOO_MUCH));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void many_calendars_in_one_file_cost_no_more_than_one() {
        String one = """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART:19700101T000000Z
                DURATION:PT1M
                RRULE:FREQ=DAILY
                END:VEVENT
                END:VCALENDAR
                """;
        assertThat(read(one)).isInstanceOf(Reading.Done.class);
        assertThat(read(one.repeat(200))).isEqualTo(new Reading.Failed(Trouble.TOO_MUCH));
    }

    /** Each of these kept a processor busy for minutes or hours. */
    @Test
    void however_many_zones_are_named_or_told_of_a_file_is_read_in_seconds() {
        var named = new StringBuilder("BEGIN:VTIMEZONE\nTZID:Here\n")
                .append("X:1\n".repeat(300_000))
                .append("END:VTIMEZONE\n");
        for (int number = 0; number < 15_000; number++) {
            named.append(
                    "BEGIN:VEVENT\nDTSTART;TZID=Z%d:20261201T090000\nDURATION:PT1H\nEND:VEVENT\n".formatted(number));
        }
        String deep = event("DTSTART;TZID=" + "a/".repeat(1_000_000) + "a:20261201T090000\nDURATION:PT1H");
        String changes = "BEGIN:VTIMEZONE\nTZID:Here\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\n"
                + "TZOFFSETTO:+0100\nRDATE:" + "19700102T000000,".repeat(200_000)
                + "19700102T000000\nEND:STANDARD\nEND:VTIMEZONE\n"
                + "BEGIN:VEVENT\nDTSTART;TZID=Here:20261201T090000\nDURATION:PT1H\nEND:VEVENT\n";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(read(calendar(named.toString()))).isEqualTo(new Reading.Done(List.of(), 15_000));
            assertThat(read(deep)).isEqualTo(new Reading.Done(List.of(), 1));
            assertThat(read(calendar(changes))).isInstanceOf(Reading.Done.class);
            assertThat(read(calendar(changes).replace("RDATE:", "RDATE:" + "x,".repeat(2_000_000))))
                    .as("counted like everything else")
                    .isEqualTo(new Reading.Failed(Trouble.TOO_MUCH));
        });
    }

    @Test
    void a_zone_that_a_file_tells_of_is_found_whatever_the_size_of_its_letters_and_changes_when_it_says() {
        String zone = """
                BEGIN:VTIMEZONE
                TZID:Our House
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RDATE:20261205T030000
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:20261203T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                END:DAYLIGHT
                END:VTIMEZONE
                """;
        var events = new StringBuilder();
        for (String day : List.of("02", "03", "04", "05", "06")) {
            events.append(
                    "BEGIN:VEVENT\nDTSTART;TZID=our house:202612%sT120000\nDURATION:PT1H\nEND:VEVENT\n".formatted(day));
        }
        assertThat(((Reading.Done) read(calendar(zone + events))).busy())
                .containsExactly(
                        span("2026-12-02T11:00:00Z", "2026-12-02T12:00:00Z"),
                        span("2026-12-03T10:00:00Z", "2026-12-03T11:00:00Z"),
                        span("2026-12-04T10:00:00Z", "2026-12-04T11:00:00Z"),
                        span("2026-12-05T11:00:00Z", "2026-12-05T12:00:00Z"),
                        span("2026-12-06T11:00:00Z", "2026-12-06T12:00:00Z"));
    }

    @Test
    void more_events_than_anybody_has_are_not_read() {
        assertThat(read(calendar("BEGIN:VEVENT\nEND:VEVENT\n".repeat(BusyReader.MOST_PARTS))))
                .isEqualTo(new Reading.Failed(Trouble.TOO_MUCH));
        assertThat(read("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(50)))
                .isEqualTo(new Reading.Failed(Trouble.TOO_MUCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!doctype html><title>Sign in</title>", "{}", "BEGIN:VCARD\r\nEND:VCARD\r\n", "\0\0"})
    void what_is_no_calendar_says_so(String text) {
        assertThat(read(text)).isEqualTo(new Reading.Failed(Trouble.NO_CALENDAR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART:nonsense",
                "DTSTART:20261301T000000Z",
                "DTSTART:99991231T235959Z",
                "DTSTART;TZID=Nowhere/At_All:20261201T090000\nDURATION:PT1H",
                "DTSTART:20261201T090000Z\nDURATION:P9999999D",
                "DTSTART:20261201T090000Z\nDURATION:-PT1H",
                "DTSTART:20261201T090000Z\nDTEND:20991201T090000Z",
                "SUMMARY:no time at all"
            })
    void what_cannot_be_read_is_counted(String lines) {
        assertThat(read(event(lines))).isEqualTo(new Reading.Done(List.of(), 1));
    }

    @Test
    void folded_quoted_and_small_letters_are_read() {
        assertThat(((Reading.Done) read(event(
                                "dtstart;X-A=\"b;c:d\";tzid=\"Europe/Berlin\":2026120\n 1T090000\nduration:PT1H")))
                        .busy())
                .containsExactly(span("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z"));
    }

    private static List<Span> busy(String name) {
        return ((Reading.Done) read(file(name))).busy();
    }

    private static Reading read(String text) {
        return BusyReader.read(text, BERLIN, WINDOW);
    }

    private static String event(String lines) {
        return calendar("BEGIN:VEVENT\nUID:one\n" + lines + "\nEND:VEVENT\n");
    }

    private static String calendar(String parts) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\n" + parts + "END:VCALENDAR\n").replace("\n", "\r\n");
    }

    private static String file(String name) {
        try (InputStream in = Objects.requireNonNull(BusyReaderTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Span span(String from, String until) {
        return new Span(Instant.parse(from), Instant.parse(until));
    }
}
