package org.threeshift.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;

class ReturnAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "home",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/home\r\nSet-Cookie: a=b",
                "/{home}",
                " /home"
            })
    void what_leads_elsewhere_leads_home(String wanted) {
        assertThat(ReturnAddress.of(wanted).isHome()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/room/1?x=1&y=%2F", "/console/interviews/1", "/a//b"})
    void what_lies_inside_stays(String wanted) {
        assertThat(ReturnAddress.of(wanted).path()).isEqualTo(wanted);
    }

    @Test
    void a_form_that_came_too_late_goes_on_at_home() throws Exception {
        assertThat(answer(request("POST", "/account")).getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(answer(request("GET", "/account")).getRedirectedUrl()).isEqualTo("/sign-in?next=%2Faccount");
    }

    @Test
    void a_part_of_a_page_takes_the_whole_page_to_the_door() throws Exception {
        MockHttpServletRequest part = request("GET", "/home/next");
        part.addHeader("HX-Request", "true");
        assertThat(answer(part).getStatus()).isEqualTo(401);
        assertThat(answer(part).getHeader("HX-Redirect")).isEqualTo("/sign-in");
    }

    @Test
    void a_stream_of_events_gets_no_page() throws Exception {
        MockHttpServletRequest stream = request("GET", "/room/1/events");
        stream.addHeader("Accept", "text/event-stream");
        assertThat(answer(stream).getStatus()).isEqualTo(401);
        assertThat(answer(stream).getRedirectedUrl()).isNull();
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }

    private static MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        new AskToSignIn().commence(request, response, new InsufficientAuthenticationException("nobody"));
        return response;
    }
}
