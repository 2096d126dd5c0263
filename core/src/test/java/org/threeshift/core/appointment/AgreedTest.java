package org.threeshift.core.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeshift.core.hours.Span;

/** What was agreed on, when countries change their minds about their clocks. */
class AgreedTest {
    private static final Duration LENGTH = Duration.ofMinutes(45);

    static Stream<Arguments> changes() {
        return Stream.of(
                // No summer time any more.
                change("Europe/Kyiv", "2027-07-05T18:00", fixed("+02:00"), "2027-07-05T16:00:00Z"),
                // Summer time all year.
                change("America/New_York", "2027-01-11T09:00", fixed("-04:00"), "2027-01-11T13:00:00Z"),
                // Another standard time, in a zone with half an hour.
                change("Asia/Kolkata", "2027-03-01T10:15", fixed("+06:00"), "2027-03-01T04:15:00Z"),
                // With three quarters, from a day on.
                change(
                        "Asia/Kathmandu",
                        "2027-03-01T10:15",
                        turned("+05:45", "2027-02-01T00:00", "+05:30"),
                        "2027-03-01T04:45:00Z"),
                // Southern, with a summer time of half an hour that is no more.
                change("Australia/Lord_Howe", "2027-01-11T20:00", fixed("+10:30"), "2027-01-11T09:30:00Z"),
                // Southern, with a summer time that is new.
                change(
                        "America/Sao_Paulo",
                        "2027-01-11T08:00",
                        turned("-03:00", "2026-11-01T00:00", "-02:00"),
                        "2027-01-11T10:00:00Z"),
                // Southern, half an hour, and summer time that ends earlier.
                change(
                        "Australia/Adelaide",
                        "2027-03-29T07:30",
                        turned("+10:30", "2027-03-07T03:00", "+09:30"),
                        "2027-03-28T22:00:00Z"),
                // Over to the other side of the date line: the same date and hour, a day before.
                change("Pacific/Pago_Pago", "2027-01-11T12:00", fixed("+13:00"), "2027-01-10T23:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void it_stays_when_the_wall_clock_shows_what_was_agreed(
            ZoneId zone, LocalDateTime clock, ZoneRules played, Instant expected) {
        Agreed before = agreed(zone, clock);
        Agreed after = before.by(played);
        assertThat(after.span()).isEqualTo(Span.of(expected, LENGTH)).isNotEqualTo(before.span());
        assertThat(after.wallClock()).isEqualTo(clock);
        assertThat(after.zone()).isEqualTo(zone);
        assertThat(after.by(played)).as("asked once more").isSameAs(after);
        assertThat(after.by(zone.getRules())).as("and taken back").isEqualTo(before);
    }

    @Test
    void rules_that_change_at_another_time_of_the_year_change_nothing() {
        Agreed before = agreed(ZoneId.of("Europe/Kyiv"), LocalDateTime.parse("2027-01-11T18:00"));
        assertThat(before.by(fixed("+02:00"))).isSameAs(before);
        assertThat(before.by(ZoneId.of("Europe/Kyiv").getRules())).isSameAs(before);
    }

    @Test
    void an_hour_that_a_new_gap_swallows_comes_as_much_later_as_the_clock_jumps() {
        Agreed before = agreed(ZoneId.of("America/Sao_Paulo"), LocalDateTime.parse("2027-01-10T00:30"));
        ZoneRules played = turned("-03:00", "2027-01-10T00:00", "-02:00");
        Agreed after = before.by(played);
        assertThat(after.wallClock()).isEqualTo("2027-01-10T01:30");
        assertThat(after.offset()).isEqualTo(ZoneOffset.of("-02:00"));
        assertThat(after.span()).as("the same moment").isEqualTo(before.span());
        assertThat(after).isNotEqualTo(before);
        assertThat(after.by(played)).isSameAs(after);
    }

    @Test
    void an_hour_in_a_gap_after_another_offset_moves_by_both() {
        Agreed before = agreed(ZoneId.of("Asia/Kolkata"), LocalDateTime.parse("2027-03-28T02:10"));
        ZoneRules played = turned("+05:00", "2027-03-28T02:00", "+05:30");
        Agreed after = before.by(played);
        assertThat(after.span().from()).isEqualTo("2027-03-27T21:10:00Z");
        assertThat(after.wallClock()).isEqualTo("2027-03-28T02:40");
        assertThat(after.by(played)).isSameAs(after);
    }

    @Test
    void an_hour_that_comes_twice_now_stays_the_pass_that_it_was() {
        Agreed before = agreed(ZoneId.of("Asia/Kathmandu"), LocalDateTime.parse("2027-02-14T01:30"));
        assertThat(before.by(turned("+06:45", "2027-02-14T02:00", "+05:45"))).isSameAs(before);
        assertThat(before.by(turned("+05:45", "2027-02-14T02:00", "+04:45"))).isSameAs(before);
    }

    @Test
    void an_hour_that_comes_twice_at_other_offsets_is_the_first_of_them() {
        Agreed before = agreed(ZoneId.of("Asia/Kathmandu"), LocalDateTime.parse("2027-02-14T01:30"));
        Agreed after = before.by(turned("+07:00", "2027-02-14T02:00", "+06:00"));
        assertThat(after.span().from()).isEqualTo("2027-02-13T18:30:00Z");
        assertThat(after.offset()).isEqualTo(ZoneOffset.of("+07:00"));
        assertThat(after.wallClock()).isEqualTo(before.wallClock());
    }

    /** Whatever one country does as another did: every hour of two years in which clocks turn. */
    @Test
    void it_is_as_long_and_settled_whatever_the_rules_become() {
        List<ZoneId> zones = Stream.of(
                        "Europe/Berlin",
                        "America/St_Johns",
                        "Asia/Tehran",
                        "Australia/Lord_Howe",
                        "Asia/Kathmandu",
                        "Africa/Casablanca",
                        "Pacific/Chatham",
                        "America/Santiago")
                .map(ZoneId::of)
                .toList();
        for (ZoneId zone : zones) {
            for (ZoneId becomes : zones) {
                IntStream.range(0, 2 * 365 * 24 / 5).forEach(step -> {
                    Instant start = Instant.parse("2026-01-01T00:30:00Z").plus(Duration.ofHours(5L * step));
                    Agreed before = Agreed.of(Span.of(start, LENGTH), zone);
                    Agreed after = before.by(becomes.getRules());
                    assertThat(after.span().length()).isEqualTo(LENGTH);
                    assertThat(after.by(becomes.getRules())).isSameAs(after);
                    assertThat(becomes.getRules().getOffset(after.span().from()))
                            .isEqualTo(after.offset());
                    boolean swallowed = becomes.getRules()
                            .getValidOffsets(before.wallClock())
                            .isEmpty();
                    assertThat(after.wallClock().equals(before.wallClock())).isNotEqualTo(swallowed);
                });
            }
        }
    }

    private static Agreed agreed(ZoneId zone, LocalDateTime clock) {
        return Agreed.of(Span.of(clock.atZone(zone).toInstant(), LENGTH), zone);
    }

    private static Arguments change(String zone, String clock, ZoneRules played, String expected) {
        return Arguments.of(ZoneId.of(zone), LocalDateTime.parse(clock), played, Instant.parse(expected));
    }

    private static ZoneRules fixed(String offset) {
        return ZoneRules.of(ZoneOffset.of(offset));
    }

    /** Of a zone that changes its clock once. */
    private static ZoneRules turned(String before, String at, String after) {
        ZoneOffset first = ZoneOffset.of(before);
        return ZoneRules.of(
                first,
                first,
                List.of(),
                List.of(ZoneOffsetTransition.of(LocalDateTime.parse(at), first, ZoneOffset.of(after))),
                List.of());
    }
}
