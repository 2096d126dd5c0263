package org.threeshift.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.threeshift.core.entry.Throttle;

class BeginningGuardTest {
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final BeginningGuard guard = new BeginningGuard(Throttle.inMemory(), () -> now);

    @Test
    void a_network_that_begins_ways_in_without_end_is_told_to_wait() {
        assertThat(begun("203.0.113.7", 120)).isEqualTo(120);
        assertThat(begun("203.0.113.99", 500)).isLessThan(5);
        assertThat(begun("198.51.100.1", 1)).isEqualTo(1);
    }

    @Test
    void some_sixty_a_minute_are_never_too_many() {
        int begun = 0;
        for (int second = 0; second < 1_000; second++) {
            begun += begun("203.0.113.7", 1);
            now = now.plusMillis(1_001);
        }
        assertThat(begun).isEqualTo(1_000);
    }

    @Test
    void this_machine_itself_is_not_slowed_down() {
        assertThat(begun("127.0.0.1", 500)).isEqualTo(500);
    }

    /** @return how many of the times were let through */
    private int begun(String address, int times) {
        int through = 0;
        for (int time = 0; time < times; time++) {
            var request = new MockHttpServletRequest("POST", "/sign-in/passkey/options");
            request.setRemoteAddr(address);
            try {
                through += guard.preHandle(request, new MockHttpServletResponse(), this) ? 1 : 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return through;
    }
}
