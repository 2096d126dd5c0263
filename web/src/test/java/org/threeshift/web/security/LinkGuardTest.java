package org.threeshift.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.threeshift.core.entry.Throttle;

class LinkGuardTest {
    private final LinkGuard guard =
            new LinkGuard(Throttle.inMemory(), InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));

    @Test
    void whoever_tries_links_that_open_nothing_is_told_to_wait() {
        assertThat(tried("203.0.113.7", 404, 40)).isEqualTo(429);
        assertThat(tried("203.0.113.99", 200, 1)).isEqualTo(429);
        assertThat(tried("198.51.100.1", 200, 1)).isEqualTo(200);
    }

    @Test
    void links_that_open_count_for_nothing() {
        assertThat(tried("203.0.113.7", 200, 200)).isEqualTo(200);
        assertThat(tried("203.0.113.7", 410, 200)).isEqualTo(410);
    }

    @Test
    void this_machine_itself_is_not_slowed_down() {
        assertThat(tried("127.0.0.1", 404, 100)).isEqualTo(404);
    }

    @Test
    void it_says_how_long_to_wait() {
        tried("203.0.113.7", 404, 40);
        var response = new MockHttpServletResponse();
        ask("203.0.113.7", 404, response);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    /** @return the status of the last answer */
    private int tried(String address, int status, int times) {
        int last = 0;
        for (int time = 0; time < times; time++) {
            var response = new MockHttpServletResponse();
            ask(address, status, response);
            last = response.getStatus();
        }
        return last;
    }

    private void ask(String address, int status, MockHttpServletResponse response) {
        var request = new MockHttpServletRequest("GET", "/join/x");
        request.setRemoteAddr(address);
        try {
            if (guard.preHandle(request, response, this)) {
                response.setStatus(status);
                guard.afterCompletion(request, response, this, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
