package org.threeshift.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ZonesTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-27T02:00:00Z");

    @Test
    void zones_that_show_the_same_from_now_on_are_one_clock_whatever_they_showed_before() {
        assertThat(ZoneId.of("Europe/Brussels").getRules())
                .isNotEqualTo(ZoneId.of("Europe/Paris").getRules());
        assertThat(alike("Europe/Brussels", "Europe/Paris")).isTrue();
        assertThat(alike("UTC", "Africa/Abidjan")).as("neither ever changes").isTrue();
    }

    @Test
    void zones_that_agree_only_in_winter_are_two_clocks() {
        assertThat(alike("UTC", "Europe/London")).isFalse();
        assertThat(alike("Europe/London", "UTC")).isFalse();
        assertThat(alike("Europe/Paris", "Europe/London")).isFalse();
    }

    private static boolean alike(String one, String other) {
        return Zones.alike(ZoneId.of(one), ZoneId.of(other), NOVEMBER);
    }
}
