package org.threeshift.web.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeshift.web.host.LocalTimes.Reading;

class LocalTimesTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-11-25T14:30, 2026-11-25T13:30:00Z",
        "Asia/Kolkata, 2026-11-25T14:30, 2026-11-25T09:00:00Z",
        "Australia/Lord_Howe, 2026-11-25T14:30, 2026-11-25T03:30:00Z",
        "America/Sao_Paulo, 2026-11-25T14:30, 2026-11-25T17:30:00Z",
    })
    void a_wall_clock_time_is_an_instant_in_its_zone(String zone, String typed, Instant instant) {
        assertThat(LocalTimes.read(typed, ZoneId.of(zone))).isEqualTo(new Reading.At(instant));
        assertThat(LocalTimes.write(instant, ZoneId.of(zone))).isEqualTo(typed);
    }

    @Test
    void an_hour_that_does_not_exist_is_no_time() {
        assertThat(LocalTimes.read("2027-03-28T02:30", ZoneId.of("Europe/Berlin")))
                .isEqualTo(new Reading.Skipped());
    }

    @Test
    void of_an_hour_that_comes_twice_the_first_counts() {
        assertThat(LocalTimes.read("2026-10-25T02:30", ZoneId.of("Europe/Berlin")))
                .isEqualTo(new Reading.At(Instant.parse("2026-10-25T00:30:00Z")));
    }

    @Test
    void anything_else_is_unreadable() {
        assertThat(LocalTimes.read("soon", ZoneId.of("UTC"))).isEqualTo(new Reading.Unreadable());
    }
}
