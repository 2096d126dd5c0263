package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LatenessTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Lateness lateness = new Lateness();

    /** Pressed so long after the page was opened, and heard so long after the server's start. */
    private boolean late(Duration pressed, Duration heard) {
        return lateness.late((double) pressed.toMillis(), START.plus(heard));
    }

    @Test
    void a_key_that_waited_for_the_line_is_late_and_the_next_one_is_not() {
        assertThat(late(Duration.ofSeconds(1), Duration.ofSeconds(100))).isFalse();
        assertThat(late(Duration.ofSeconds(10), Duration.ofSeconds(130))).isTrue();
        assertThat(late(Duration.ofSeconds(32), Duration.ofSeconds(131))).isFalse();
    }

    @Test
    void no_clock_of_a_page_makes_its_keys_late() {
        assertThat(late(Duration.ofDays(3), Duration.ofSeconds(1))).isFalse();
        assertThat(late(Duration.ofDays(3).plusSeconds(5), Duration.ofSeconds(9)))
                .isFalse();
    }

    @Test
    void after_a_sleep_in_which_a_pages_clock_stood_still_one_key_is_asked_for_again() {
        assertThat(late(Duration.ofSeconds(1), Duration.ofSeconds(1))).isFalse();
        assertThat(late(Duration.ofSeconds(2), Duration.ofHours(1))).isTrue();
        assertThat(late(Duration.ofSeconds(3), Duration.ofHours(1).plusSeconds(1)))
                .isFalse();
    }

    @Test
    void a_key_of_unknown_moment_is_never_late() {
        assertThat(late(Duration.ofSeconds(1), Duration.ofSeconds(1))).isFalse();
        assertThat(lateness.late(0, START.plusSeconds(900))).isFalse();
    }
}
