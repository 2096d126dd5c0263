package org.threeshift.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class AheadTest {
    private static final PersonId HOST = new PersonId(new UUID(0, 1));
    private static final PersonId CANDIDATE = new PersonId(new UUID(0, 2));

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T10:00, 2026-11-17T10:00, Europe/Berlin",
        // Not at night.
        "2026-11-18T06:30, 2026-11-17T08:00, Europe/Berlin",
        "2026-11-18T00:00, 2026-11-17T08:00, Europe/Berlin",
        "2026-11-18T23:30, 2026-11-17T21:00, Europe/Berlin",
        // The clocks go back, and forward, in the night between: the hour on the wall is the same.
        "2026-10-25T18:00, 2026-10-24T18:00, Europe/Berlin",
        "2026-03-29T18:00, 2026-03-28T18:00, Europe/Berlin",
        "2026-04-05T09:15, 2026-04-04T09:15, Australia/Lord_Howe",
        "2026-11-01T12:00, 2026-10-31T12:00, America/New_York",
        "2026-11-18T10:00, 2026-11-17T10:00, Asia/Kathmandu"
    })
    void the_day_before_at_the_same_hour_of_the_persons_day(String start, String due, String zone) {
        Notice notice = ahead(start, zone, Duration.ofDays(7)).tomorrow().orElseThrow();
        assertThat(LocalDateTime.ofInstant(notice.due(), ZoneId.of(zone))).hasToString(due);
        assertThat(Duration.between(
                        notice.due(), ahead(start, zone, Duration.ofDays(7)).startsAt()))
                .isLessThan(Ahead.AT_MOST);
        // Never told when it is no longer tomorrow.
        assertThat(LocalDateTime.ofInstant(notice.until(), ZoneId.of(zone)))
                .isEqualTo(LocalDateTime.parse(start).toLocalDate().atStartOfDay());
    }

    @Test
    void whoever_agreed_on_the_hour_a_moment_before_is_not_reminded_of_it() {
        assertThat(ahead("2026-11-18T10:00", "UTC", Duration.ofHours(26)).tomorrow())
                .isPresent();
        assertThat(ahead("2026-11-18T10:00", "UTC", Duration.ofHours(25)).tomorrow())
                .isEmpty();
        assertThat(ahead("2026-11-18T10:00", "UTC", Duration.ofMinutes(10)).inTenMinutes())
                .isPresent();
        assertThat(ahead("2026-11-18T10:00", "UTC", Duration.ofMinutes(9)).inTenMinutes())
                .isEmpty();
    }

    @Test
    void another_hour_of_the_same_interview_is_something_else_to_be_reminded_of() {
        assertThat(ahead("2026-11-18T10:00", "UTC", Duration.ofDays(7))
                        .tomorrow()
                        .orElseThrow()
                        .key())
                .isNotEqualTo(ahead("2026-11-18T11:00", "UTC", Duration.ofDays(7))
                        .tomorrow()
                        .orElseThrow()
                        .key());
    }

    private static Ahead ahead(String start, String zone, Duration agreedBefore) {
        ZoneId there = ZoneId.of(zone);
        Instant startsAt = LocalDateTime.parse(start).atZone(there).toInstant();
        var setting = new Happening.Setting(
                new InterviewId(new UUID(0, 3)),
                CANDIDATE,
                Seat.CANDIDATE,
                HOST,
                Optional.of(CANDIDATE),
                "Mira",
                "Screen",
                false,
                Optional.empty());
        return new Ahead(setting, startsAt, there, startsAt.minus(agreedBefore));
    }
}
