package org.threeshift.core.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.threeshift.core.hours.Span;

class AgreedTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @Test
    void the_wall_clock_is_that_of_the_zone_on_that_day() {
        assertThat(agreed("2026-03-28T12:00:00Z").wallClock()).isEqualTo(LocalDateTime.of(2026, 3, 28, 12, 0));
        assertThat(agreed("2026-03-29T12:00:00Z").wallClock()).isEqualTo(LocalDateTime.of(2026, 3, 29, 13, 0));
    }

    @Test
    void the_two_passes_of_a_doubled_hour_are_told_apart() {
        Agreed first = agreed("2026-10-25T00:30:00Z");
        Agreed second = agreed("2026-10-25T01:30:00Z");
        assertThat(first.wallClock()).isEqualTo(second.wallClock());
        assertThat(first.offset()).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(second.offset()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void a_clock_that_never_showed_that_time_is_refused() {
        var span = Span.of(Instant.parse("2026-03-28T12:00:00Z"), Duration.ofMinutes(30));
        assertThatThrownBy(() -> new Agreed(span, LISBON, LocalDateTime.of(2026, 3, 28, 13, 0), ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Agreed agreed(String start) {
        return Agreed.of(Span.of(Instant.parse(start), Duration.ofMinutes(30)), LISBON);
    }
}
