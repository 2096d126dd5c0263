package org.threeshift.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.threeshift.core.outage.Outages;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

class PagesTest {
    private static final Optional<Person> NOBODY = Optional.empty();

    @Test
    void a_visitor_reads_what_threeshift_is_and_finds_the_way_in() throws Exception {
        String page = PageFixture.site(NOBODY, false)
                .perform(get("/"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("Three shifts cross the gap", "href=\"/sign-in\"")
                .doesNotContain("/demonstration/");
    }

    @Test
    void the_demonstration_lets_a_visitor_in_as_coach_peer_or_candidate() throws Exception {
        String page = PageFixture.site(NOBODY, true)
                .perform(get("/"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        "action=\"/demonstration/sign-in/coach\"",
                        "action=\"/demonstration/sign-in/peer\"",
                        "action=\"/demonstration/sign-in/candidate\"");
    }

    @Test
    void a_member_is_taken_home() throws Exception {
        MockHttpServletResponse answer = PageFixture.site(Optional.of(PageFixture.MAYA), false)
                .perform(get("/"))
                .andReturn()
                .getResponse();
        assertThat(answer.getRedirectedUrl()).isEqualTo("/home");
    }

    @Test
    void the_frame_names_who_is_signed_in_and_lets_them_out() throws Exception {
        String page = failure(PageFixture.site(Optional.of(PageFixture.MAYA), false), "/nowhere", 404)
                .getContentAsString();
        assertThat(page)
                .contains("Maya Rosen", "action=\"/sign-out\"", "href=\"/interviews\"")
                .doesNotContain("href=\"/people\"");
    }

    @Test
    void a_guest_is_called_one_and_is_offered_to_keep_the_interview() throws Exception {
        var guest =
                new Person(PageFixture.MAYA.id(), "Zoe", Optional.empty(), Role.MEMBER, PageFixture.MAYA.zone(), true);
        assertThat(failure(PageFixture.site(Optional.of(guest), false), "/nowhere", 404)
                        .getContentAsString())
                .contains("Guest, without an account", "href=\"/account/keep\"")
                .doesNotContain(">Member");
        assertThat(failure(PageFixture.site(Optional.of(PageFixture.MAYA), false), "/nowhere", 404)
                        .getContentAsString())
                .contains(">Member")
                .doesNotContain("Guest");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 410, 413, 429, 500})
    void every_failure_has_a_page_with_a_next_step(int status) throws Exception {
        MockHttpServletResponse answer = failure(PageFixture.site(NOBODY, false), "/somewhere", status);
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentAsString())
                .contains("Error " + status, "class=\"button primary\" href=\"/\"")
                .doesNotContain("secret", "Exception");
    }

    @Test
    void while_the_database_is_away_a_page_offers_to_try_again_and_calls_nobody_signed_out() throws Exception {
        MockHttpServletResponse answer = PageFixture.site(Optional.of(PageFixture.MAYA), false)
                .perform(whileAway("GET", "/scorecards/7").requestAttr(RequestDispatcher.ERROR_QUERY_STRING, "a=b"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString())
                .contains("Error 503", "href=\"/scorecards/7?a=b\"", "away.js")
                .doesNotContain("/sign-in", "<form");
    }

    @Test
    void a_form_that_came_while_the_database_was_away_comes_back_with_all_that_was_entered() throws Exception {
        String page = PageFixture.site(Optional.of(PageFixture.MAYA), false)
                .perform(whileAway("POST", "/host", "reason", "\"Ill\" <again>", "_csrf", "token"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        "action=\"/host\"",
                        "name=\"reason\" value=\"&#34;Ill&#34; &lt;again>\"",
                        "name=\"_csrf\" value=\"token\"")
                .doesNotContain("away.js");
    }

    @Test
    void a_password_is_never_written_into_a_page() throws Exception {
        String page = PageFixture.site(NOBODY, false)
                .perform(whileAway("POST", "/sign-in", "email", "maya@example.org", "password", "plum anchor"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Nothing was changed").doesNotContain("plum anchor", "<form");
    }

    @Test
    void a_failure_of_the_database_is_told_from_a_mistake() throws Exception {
        var filter = new OutageFilter(Outages.known(), InstantSource.system());
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", "/home"), response, (_, _) -> {
            throw new ServletException(new DataAccessResourceFailureException("The line is cut"));
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThatThrownBy(() -> filter.doFilter(
                        new MockHttpServletRequest("GET", "/home"), new MockHttpServletResponse(), (_, _) -> {
                            throw new IllegalStateException("a mistake");
                        }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_program_gets_a_problem_detail_and_no_page() throws Exception {
        MockHttpServletResponse answer = failure(PageFixture.site(NOBODY, false), "/api/interviews/7", 404);
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString())
                .contains("\"status\":404", "\"instance\":\"/api/interviews/7\"", "\"title\":\"Not Found\"");
    }

    @Test
    void no_page_needs_an_exception_from_the_content_security_policy() throws Exception {
        String page = PageFixture.site(NOBODY, true)
                .perform(get("/"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).doesNotContain("<script>", " style=", " onclick=", "javascript:");
    }

    /** What the error page is asked for after the filter has met an outage. */
    private static MockHttpServletRequestBuilder whileAway(String method, String path, String... sent)
            throws Exception {
        var failed = new MockHttpServletRequest(method, path);
        for (int at = 0; at < sent.length; at += 2) {
            failed.addParameter(sent[at], sent[at + 1]);
        }
        new OutageFilter(Outages.known(), InstantSource.system())
                .doFilter(failed, new MockHttpServletResponse(), (_, _) -> {
                    throw new DataAccessResourceFailureException("The line is cut");
                });
        MockHttpServletRequestBuilder error = get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 503)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path)
                .requestAttr(RequestDispatcher.ERROR_METHOD, method);
        for (String name : Collections.list(failed.getAttributeNames())) {
            error.requestAttr(name, Objects.requireNonNull(failed.getAttribute(name)));
        }
        return error;
    }

    private static MockHttpServletResponse failure(MockMvc site, String path, int status) throws Exception {
        return site.perform(get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path)
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret")))
                .andReturn()
                .getResponse();
    }
}
