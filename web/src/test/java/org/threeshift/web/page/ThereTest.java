package org.threeshift.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThereTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final Moments READER =
            new Moments(BRUSSELS, NOW, RealPages.moments().texts());

    @Test
    void an_evening_late_in_brussels_is_at_night_and_on_the_next_day_in_kolkata() {
        var there = new There(Instant.parse("2026-12-02T22:00:00Z"), KOLKATA);
        assertThat(there.differs(READER)).isTrue();
        assertThat(there.night()).isTrue();
        assertThat(there.clock(READER)).isEqualTo("Thu 3 Dec, 03:30");
    }

    @Test
    void on_the_same_day_the_hour_is_enough_and_the_same_hour_needs_no_word() {
        Instant early = Instant.parse("2026-12-02T13:30:00Z");
        assertThat(new There(early, KOLKATA).clock(READER)).isEqualTo("19:00");
        assertThat(new There(early, KOLKATA).night()).isFalse();
        assertThat(new There(early, ZoneId.of("Europe/Paris")).differs(READER)).isFalse();
    }

    @Test
    void night_is_from_ten_until_seven() {
        assertThat(List.of("20:59", "21:00", "05:59", "06:00"))
                .extracting(utc -> new There(Instant.parse("2026-12-02T" + utc + ":00Z"), BRUSSELS).night())
                .containsExactly(false, true, true, false);
    }
}
