package org.threeshift.web.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeshift.core.evening.Draft;

class EveningFormTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void it_begins_today_until_a_day_is_typed_and_at_nothing_that_is_no_time() {
        assertThat(form("", "18:30").start(BRUSSELS, NOW)).contains(Instant.parse("2026-11-20T17:30:00Z"));
        assertThat(form("2026-12-02", "23:00").start(BRUSSELS, NOW)).contains(Instant.parse("2026-12-02T22:00:00Z"));
        assertThat(form("2026-12-02", "late").start(BRUSSELS, NOW)).isEmpty();
        assertThat(form("soon", "23:00").start(BRUSSELS, NOW)).isEmpty();
    }

    private static EveningForm form(String day, String time) {
        return new EveningForm(new Draft("", day, time, "", "", "", "", List.of(), List.of(), ""), "", List.of());
    }
}
