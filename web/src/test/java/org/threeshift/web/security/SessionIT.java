package org.threeshift.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;

class SessionIT {
    private static final String PASSWORD = "correct horse battery";

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    @AutoClose
    private final Visitor visitor = new Visitor(threeshift.address());

    @BeforeAll
    static void somebody_has_an_account() {
        people().register("Ada", "ada@example.org", PASSWORD, "Europe/Berlin", Role.COACH);
        people().register("Ben", "ben@example.org", PASSWORD, "Europe/Berlin", Role.MEMBER);
    }

    @Test
    void a_page_asks_to_sign_in_and_goes_on_to_what_was_asked_for() {
        var asked = visitor.get("/account?saved=details");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(visitor.target(asked)).isEqualTo("/sign-in?next=%2Faccount%3Fsaved%3Ddetails");
        var signedIn = visitor.submit(
                "/sign-in", Map.of("email", "ada@example.org", "password", PASSWORD, "next", "/account?saved=details"));
        assertThat(visitor.target(signedIn)).isEqualTo("/account?saved=details");
        assertThat(visitor.get("/account").body()).contains("Ada");
    }

    @Test
    void a_session_outlives_the_server() {
        visitor.signIn("ada@example.org", PASSWORD);
        try (RunningThreeshift next = RunningThreeshift.on(database);
                Visitor later = visitor.at(next.address())) {
            assertThat(later.get("/account").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_console_knows_the_person_by_the_same_session_and_nobody_after_sign_out() {
        assertThat(visitor.target(visitor.get("/console/"))).isEqualTo("/sign-in?next=%2Fconsole%2F");
        visitor.signIn("ada@example.org", PASSWORD);
        assertThat(visitor.get("/console/").statusCode()).isNotIn(302, 401, 403);
        visitor.submit("/account", "/sign-out", Map.of());
        assertThat(visitor.target(visitor.get("/console/"))).isEqualTo("/sign-in?next=%2Fconsole%2F");
        assertThat(visitor.post("/console/?v-r=uidl&v-uiId=0", Map.of()).body()).contains("\"sessionExpired\":true");
        assertThat(visitor.post("/console/?v-r=heartbeat&v-uiId=0", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/console/VAADIN/push?v-r=push", "Accept", "*/*").statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_state_of_the_console_is_not_in_the_database() {
        visitor.signIn("ada@example.org", PASSWORD);
        visitor.get("/console/");
        assertThat(database.jdbcClient()
                        .sql("select distinct attribute_name from spring_session_attributes")
                        .query(String.class)
                        .list())
                .contains(Sessions.PERSON)
                .allMatch(name -> name.equals(Sessions.PERSON) || name.startsWith("threeshift."));
    }

    @Test
    void signing_in_makes_a_new_session_and_signing_out_ends_it() {
        visitor.signIn("ada@example.org", PASSWORD);
        String first = visitor.cookie("THREESHIFT").orElseThrow().getValue();
        visitor.submit("/account", "/sign-in", Map.of("email", "ben@example.org", "password", PASSWORD));
        String second = visitor.cookie("THREESHIFT").orElseThrow().getValue();
        assertThat(second).isNotEqualTo(first);
        visitor.submit("/account", "/sign-out", Map.of());
        assertThat(visitor.get("/account", "Cookie", "THREESHIFT=" + second).statusCode())
                .isEqualTo(302);
        assertThat(visitor.get("/account", "Cookie", "THREESHIFT=" + first).statusCode())
                .isEqualTo(302);
    }

    @Test
    void the_session_cookie_is_out_of_reach_for_scripts_and_other_sites() {
        var signedIn = visitor.signIn("ada@example.org", PASSWORD);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("THREESHIFT=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }

    @Test
    void reading_a_form_makes_no_session() {
        visitor.get("/sign-in");
        assertThat(visitor.cookie("THREESHIFT")).isEmpty();
    }

    @Test
    void a_form_without_its_token_is_refused() {
        var refused = visitor.post("/sign-in", Map.of("email", "ada@example.org", "password", PASSWORD));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(visitor.cookie("THREESHIFT")).isEmpty();
    }

    @Test
    void pages_run_no_inline_script_and_sit_in_no_frame() {
        String policy = visitor.get("/sign-in")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertThat(policy)
                .containsPattern("script-src 'nonce-[A-Za-z0-9+/]{22}';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(visitor.get("/sign-in").body()).doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    void the_api_answers_a_problem_to_whoever_is_not_signed_in() {
        var refused = visitor.get("/api/interviews/none/scorecard", "Accept", "application/json");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("\"status\":401");
    }

    @Test
    void members_do_not_reach_what_admins_do() {
        visitor.signIn("ben@example.org", PASSWORD);
        assertThat(visitor.get("/people").statusCode()).isEqualTo(403);
    }

    @Test
    void a_guest_reaches_the_console_but_no_account() {
        Person guest = guest();
        try (Visitor somebody = new Visitor(threeshift.address())) {
            String session = sessionOf(guest);
            assertThat(somebody.get("/console/", "Cookie", session).statusCode())
                    .isEqualTo(200);
            assertThat(somebody.get("/account", "Cookie", session).statusCode()).isEqualTo(403);
            assertThat(somebody.get("/account/keep", "Cookie", session).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_guest_who_makes_an_account_goes_on_as_the_same_person() {
        Person guest = guest();
        String session = sessionOf(guest);
        var form = visitor.get("/account/keep", "Cookie", session);
        String token = form.body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        Map<String, String> entered = Map.of(
                "_csrf", token, "email", "grace@example.org", "password", "my own long words", "next", "/room/1");
        assertThat(visitor.post("/account/keep", entered, "Cookie", session).body())
                .contains("grace@example.org");
        assertThat(people().findByEmail("grace@example.org")).isEmpty();
        String link = String.valueOf(database.jdbcClient()
                        .sql("select filled::text from outbox where address = 'grace@example.org'")
                        .query(String.class)
                        .single())
                .replaceAll("(?s).*(/keep/[\\w-]+).*", "$1");
        assertThat(visitor.get(link).body()).contains("Grace", "grace@example.org");
        assertThat(people().findByEmail("grace@example.org")).isEmpty();
        // It is opened in another browser than the guest's.
        assertThat(visitor.submit(link, Map.of("password", "a guess of mine")).statusCode())
                .isEqualTo(422);
        assertThat(visitor.target(visitor.submit(link, Map.of("password", "my own long words"))))
                .isEqualTo("/room/1");
        assertThat(visitor.get(link).statusCode()).isEqualTo(410);
        assertThat(visitor.get("/account").body()).contains("Grace");
        assertThat(people().findByEmail("grace@example.org").map(Person::id)).contains(guest.id());
    }

    @AfterAll
    static void nothing_was_kept_in_plain_text() {
        assertThat(database.jdbcClient()
                        .sql("select count(*) from person where password_hash not like '{argon2%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static Person guest() {
        return switch (people().welcomeGuest("Grace", ZoneOffset.UTC)) {
            case Outcome.Done(Person person) -> person;
            case Outcome.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    /** The cookie of a session as an invitation's link would make it. */
    private static String sessionOf(Person person) {
        return newSession(threeshift.bean(JdbcIndexedSessionRepository.class), person);
    }

    private static <S extends Session> String newSession(SessionRepository<S> repository, Person person) {
        S session = repository.createSession();
        session.setAttribute(Sessions.PERSON, person.id().toString());
        repository.save(session);
        return "THREESHIFT="
                + Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    private static People people() {
        return threeshift.bean(People.class);
    }
}
