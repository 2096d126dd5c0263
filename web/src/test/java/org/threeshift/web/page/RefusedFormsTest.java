package org.threeshift.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.threeshift.core.id.Ids;

class RefusedFormsTest {
    private static final FilterChain REFUSES = (request, response) -> {
        ((HttpServletResponse) response).setStatus(422);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write("<script nonce=\"" + Nonce.of((HttpServletRequest) request) + "\"></script>"
                        + request.getParameter("why"));
    };
    private static final FilterChain SHOWS =
            (request, response) -> response.getWriter().write("the empty form");

    private final MockHttpSession session = new MockHttpSession();
    private final RefusedForms forms = new RefusedForms(new Ids(InstantSource.system(), new Random(5)));

    @Test
    void a_refused_form_is_a_page_of_its_own_that_comes_again_with_what_was_typed() throws Exception {
        MockHttpServletResponse refused = post("ada", "Référence");
        assertThat(refused.getStatus()).isEqualTo(303);
        assertThat(refused.getContentAsString()).isEmpty();
        assertThat(refused.getRedirectedUrl()).startsWith("/book/clara/hour?start=9&refused=");
        for (int look = 0; look < 2; look++) {
            MockHttpServletRequest again = get("ada", refused);
            String page = through(again, SHOWS).getContentAsString();
            assertThat(page).isEqualTo("<script nonce=\"" + Nonce.of(again) + "\"></script>Référence");
        }
    }

    @Test
    void it_is_shown_to_nobody_else_and_where_it_is_gone_the_form_itself_is() throws Exception {
        MockHttpServletResponse refused = post("ada", "mine");
        assertThat(through(get("eve", refused), SHOWS).getContentAsString()).isEqualTo("the empty form");
        for (int number = 0; number < RefusedForms.MOST; number++) {
            assertThat(through(get("ada", refused), SHOWS).getContentAsString()).endsWith("mine");
            post("ada", "another");
        }
        assertThat(through(get("ada", refused), SHOWS).getContentAsString()).isEqualTo("the empty form");
        assertThat(Collections.list(session.getAttributeNames())).hasSize(RefusedForms.MOST);
    }

    @Test
    void a_form_refused_a_second_time_has_one_address() throws Exception {
        MockHttpServletRequest request = request("ada", "once more");
        request.removeHeader("Referer");
        request.addHeader("Referer", "https://here.example/book/clara/hour?start=9&refused=old");
        assertThat(through(request, REFUSES).getRedirectedUrl())
                .matches("/book/clara/hour\\?start=9&refused=[0-9a-f-]{36}");
        request.removeHeader("Referer");
        request.addHeader("Referer", "https://here.example//elsewhere.example/");
        assertThat(through(request, REFUSES).getRedirectedUrl()).startsWith("/book/clara?refused=");
    }

    @Test
    void what_is_called_like_a_secret_is_not_kept() throws Exception {
        MockHttpServletRequest request = request("ada", "x");
        request.addParameter("newPassword", "correct horse");
        assertThat(through(request, REFUSES).getStatus()).isEqualTo(422);
        assertThat(Collections.list(session.getAttributeNames())).isEmpty();
    }

    @Test
    void whoever_is_no_browser_that_opens_a_page_gets_the_answer_itself() throws Exception {
        MockHttpServletRequest script = request("ada", "x");
        script.removeHeader("Sec-Fetch-Mode");
        script.addHeader("Sec-Fetch-Mode", "cors");
        assertThat(through(script, REFUSES).getStatus()).isEqualTo(422);
        MockHttpServletRequest stranger = request("ada", "x");
        stranger.setRemoteUser(null);
        assertThat(through(stranger, REFUSES).getContentAsString()).endsWith("x");
        assertThat(through(request("ada", "x"), SHOWS).getContentAsString()).isEqualTo("the empty form");
    }

    private MockHttpServletResponse post(String person, String why) throws Exception {
        return through(request(person, why), REFUSES);
    }

    private MockHttpServletRequest request(String person, String why) {
        var request = new MockHttpServletRequest("POST", "/book/clara");
        request.setSession(session);
        request.setRemoteUser(person);
        request.setContentType("application/x-www-form-urlencoded");
        request.addHeader("Sec-Fetch-Mode", "navigate");
        request.addHeader("Referer", "https://here.example/book/clara/hour?start=9");
        request.addParameter("why", why);
        return request;
    }

    private MockHttpServletRequest get(String person, MockHttpServletResponse refused) {
        String address = String.valueOf(refused.getRedirectedUrl());
        var request = new MockHttpServletRequest("GET", "/book/clara/hour");
        request.setSession(session);
        request.setRemoteUser(person);
        request.addParameter("refused", address.substring(address.lastIndexOf('=') + 1));
        return request;
    }

    private MockHttpServletResponse through(MockHttpServletRequest request, FilterChain chain) throws Exception {
        var response = new MockHttpServletResponse();
        request.removeAttribute(RefusedForms.class.getName() + ".FILTERED");
        forms.doFilter(request, response, chain);
        return response;
    }
}
