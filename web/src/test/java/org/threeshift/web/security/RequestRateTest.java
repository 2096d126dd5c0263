package org.threeshift.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RequestRateTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-26T08:00:00Z"));
    private final RequestRate rate = new RequestRate(60, now::get);
    private final UUID token = UUID.randomUUID();

    @Test
    void a_quarter_may_come_at_once_and_then_one_a_second() {
        for (int i = 0; i < 15; i++) {
            assertThat(rate.wait(token)).as("number %s", i).isEmpty();
        }
        assertThat(rate.wait(token)).contains(Duration.ofSeconds(1));
        now.set(now.get().plusMillis(999));
        assertThat(rate.wait(token)).isPresent();
        now.set(now.get().plusMillis(2));
        assertThat(rate.wait(token)).isEmpty();
        assertThat(rate.wait(token)).isPresent();
    }

    @Test
    void one_token_does_not_hold_up_another() {
        for (int i = 0; i < 20; i++) {
            var _ = rate.wait(token);
        }
        assertThat(rate.wait(UUID.randomUUID())).isEmpty();
    }

    @Test
    void rest_does_not_add_up_beyond_a_quarter() {
        now.set(now.get().plus(Duration.ofHours(1)));
        var _ = rate.wait(token);
        now.set(now.get().plus(Duration.ofHours(1)));
        for (int i = 0; i < 15; i++) {
            assertThat(rate.wait(token)).isEmpty();
        }
        assertThat(rate.wait(token)).isPresent();
    }
}
