package org.threeshift.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OwnPagesOnlyTest {
    private final OwnPagesOnly guard = new OwnPagesOnly((request, response, refused) -> response.setStatus(403));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "POST, same-origin, -, 200",
                "POST, none, -, 200",
                "POST, same-site, -, 403",
                "POST, cross-site, -, 403",
                "POST, cross-site, https://threeshift.example.org, 403",
                "POST, -, https://threeshift.example.org, 200",
                "POST, -, https://evil.example, 403",
                "POST, -, https://threeshift.example.org.evil.example, 403",
                "POST, -, null, 403",
                "POST, -, -, 200",
                "DELETE, cross-site, -, 403",
                "GET, cross-site, -, 200"
            })
    void a_change_comes_from_a_page_of_ones_own(String method, String site, String origin, int status)
            throws Exception {
        assertThat(answer(request(method, site, origin))).isEqualTo(status);
    }

    @Test
    void a_web_socket_is_as_good_as_a_change() throws Exception {
        MockHttpServletRequest request = request("GET", null, "https://evil.example");
        request.addHeader("Upgrade", "websocket");
        assertThat(answer(request)).isEqualTo(403);
    }

    private int answer(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        guard.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static MockHttpServletRequest request(
            String method,
            @org.jspecify.annotations.Nullable String site,
            @org.jspecify.annotations.Nullable String origin) {
        var request = new MockHttpServletRequest(method, "/console/");
        request.addHeader("Host", "threeshift.example.org");
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        return request;
    }
}
