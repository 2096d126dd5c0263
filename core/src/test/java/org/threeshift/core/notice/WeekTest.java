package org.threeshift.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T06:59:59Z, Europe/Berlin, false",
        "2026-11-23T07:00:00Z, Europe/Berlin, true",
        "2026-11-23T22:59:59Z, Europe/Berlin, true",
        "2026-11-23T23:00:00Z, Europe/Berlin, false",
        // Monday morning comes to Auckland when it is still Sunday in Greenwich.
        "2026-11-22T19:00:00Z, Pacific/Auckland, true",
        "2026-11-22T18:59:00Z, Pacific/Auckland, false",
        "2026-11-23T02:15:00Z, Asia/Kathmandu, true",
        "2026-11-23T02:14:00Z, Asia/Kathmandu, false"
    })
    void a_summary_is_due_on_monday_from_eight_where_the_person_is(Instant now, ZoneId zone, boolean due) {
        assertThat(Week.due(now, zone).isPresent()).isEqualTo(due);
    }

    @Test
    void a_week_in_which_the_clocks_change_is_an_hour_longer_or_shorter() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Week back = new Week(LocalDate.of(2026, 10, 19), berlin);
        assertThat(Duration.between(back.start(), back.end())).isEqualTo(Duration.ofHours(169));
        assertThat(new Week(LocalDate.of(2026, 10, 26), berlin).before()).isEqualTo(back);
        assertThat(back.end()).isEqualTo(new Week(LocalDate.of(2026, 10, 26), berlin).start());
    }
}
