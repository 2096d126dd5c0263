package org.threeshift.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final Instant NOW = Instant.parse("2026-11-18T13:30:00Z");
    private Moments moments;

    @BeforeEach
    void set_the_wall_clock() throws Exception {
        var texts = new Texts(new TextsConfiguration().messageSource(), Locale.ENGLISH);
        moments = new Moments(ZoneId.of("Europe/Berlin"), NOW, texts);
    }

    @Test
    void a_moment_reads_as_the_readers_wall_clock_shows_it() {
        assertThat(moments.dateTime(NOW)).isEqualTo("Wed 18 Nov, 14:30");
        assertThat(moments.date(NOW)).isEqualTo("18 Nov 2026");
        assertThat(moments.time(NOW)).isEqualTo("14:30");
    }

    @Test
    void another_year_is_named() {
        assertThat(moments.dateTime(Instant.parse("2027-01-04T08:00:00Z"))).isEqualTo("Mon 4 Jan 2027, 09:00");
    }

    @Test
    void a_near_moment_reads_as_a_distance() {
        assertThat(in(Duration.ofSeconds(20))).isEqualTo("now");
        assertThat(in(Duration.ofSeconds(50))).isEqualTo("in 1 minute");
        assertThat(in(Duration.ofMinutes(20))).isEqualTo("in 20 minutes");
        assertThat(in(Duration.ofMinutes(-61))).isEqualTo("1 hour ago");
        assertThat(in(Duration.ofHours(-23))).isEqualTo("23 hours ago");
        assertThat(in(Duration.ofDays(3))).isEqualTo("in 3 days");
    }

    @Test
    void a_far_moment_reads_as_its_date() {
        assertThat(in(Duration.ofDays(8))).isEqualTo("26 Nov 2026");
    }

    @Test
    void a_duration_reads_as_a_clock() {
        assertThat(Moments.clock(Duration.ofSeconds(41))).isEqualTo("0:41");
        assertThat(Moments.clock(Duration.ofSeconds(1868))).isEqualTo("31:08");
        assertThat(Moments.clock(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
        assertThat(Moments.clock(Duration.ofSeconds(-5))).isEqualTo("−0:05");
    }

    private String in(Duration distance) {
        return moments.relative(NOW.plus(distance));
    }
}
