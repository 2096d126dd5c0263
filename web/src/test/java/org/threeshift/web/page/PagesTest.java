package org.threeshift.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.RequestDispatcher;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
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
    @ValueSource(ints = {400, 403, 404, 405, 410, 413, 429, 500, 503})
    void every_failure_has_a_page_with_a_next_step(int status) throws Exception {
        MockHttpServletResponse answer = failure(PageFixture.site(NOBODY, false), "/somewhere", status);
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentAsString())
                .contains("Error " + status, "class=\"button primary\" href=\"/\"")
                .doesNotContain("secret", "Exception");
    }

    @Test
    void a_program_gets_a_problem_detail_and_no_page() throws Exception {
        MockHttpServletResponse answer = failure(PageFixture.site(NOBODY, false), "/api/interviews/7", 404);
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString())
                .contains("\"status\":404", "\"instance\":\"/api/interviews/7\"", "\"title\":\"Nothing is here\"");
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

    private static MockHttpServletResponse failure(MockMvc site, String path, int status) throws Exception {
        return site.perform(get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path)
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret")))
                .andReturn()
                .getResponse();
    }
}
