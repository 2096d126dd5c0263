package org.threeshift.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Registration;
import org.threeshift.core.settings.Settings;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;

/** The first hour of an installation, in order: set-up link, admin, a coach by password link, an account page. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstStartIT {
    private static final Map<String, String> ROOT = Map.of(
            "name", "Root",
            "email", "root@example.org",
            "password", "correct horse battery",
            "passwordRepeated", "correct horse battery",
            "zone", "Europe/Berlin");

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    @AutoClose
    private final Visitor visitor = new Visitor(threeshift.address());

    @Test
    void an_exception_of_the_database_tells_nothing_of_the_row() {
        assertThatThrownBy(() -> threeshift
                        .bean(JdbcClient.class)
                        .sql("""
                        insert into person (id, name, role, zone, guest, created_at)
                        values (gen_random_uuid(), :name, 'ADMIN', 'UTC', true, now())
                        """)
                        .param("name", "Planted Word")
                        .update())
                .hasMessageContaining("person_guest_has_no_account")
                .hasMessageNotContaining("Planted Word");
    }

    @Test
    @Order(1)
    void a_made_up_link_sets_nothing_up() {
        var answer = visitor.get("/setup/made-up");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No such set-up link");
    }

    @Test
    @Order(2)
    void each_start_prints_a_link_and_ends_the_one_before() {
        String before = printedLink();
        assertThat(visitor.get(before).statusCode()).isEqualTo(200);
        String after = printedLink();
        assertThat(visitor.get(before).statusCode()).isEqualTo(404);
        assertThat(visitor.get(after).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void a_refused_form_says_why_at_each_input_and_keeps_all_but_the_password() {
        Map<String, String> wrong = new LinkedHashMap<>(ROOT);
        wrong.put("name", " ");
        wrong.put("email", "root@@example");
        wrong.put("password", "tiny-secret");
        wrong.put("passwordRepeated", "tiny-secrets");
        wrong.put("zone", "Mars/Base");
        var answer = visitor.submit(printedLink(), wrong);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Enter a name.", "That is not a complete e-mail address.", "The two passwords differ.")
                .contains("Choose a time zone from the list.")
                .contains("value=\"root@@example\"")
                .contains("aria-describedby=\"email-error\"")
                .containsPattern("id=\"email\"[^>]*aria-invalid=\"true\"|aria-invalid=\"true\"[^>]*id=\"email\"")
                .doesNotContain("tiny-secret");
        assertThat(people().hasAdmin()).isFalse();
    }

    @Test
    @Order(4)
    void the_link_makes_the_admin_once_and_signs_in() {
        String link = printedLink();
        var made = visitor.submit(link, ROOT);
        assertThat(visitor.target(made)).isEqualTo("/people");
        assertThat(visitor.get("/people").body()).contains("root@example.org");
        assertThat(people().findByEmail("root@example.org"))
                .hasValueSatisfying(person -> assertThat(person.role()).isEqualTo(Role.ADMIN));
        var again = visitor.get(link);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("Threeshift is set up already");
    }

    @Test
    @Order(5)
    void with_an_admin_there_nothing_is_printed() {
        assertThat(printed()).isEmpty();
    }

    @Test
    @Order(6)
    void an_admin_adds_a_coach_who_sets_a_password_by_the_link() {
        visitor.signIn("root@example.org", "correct horse battery");
        var added =
                visitor.submit("/people", Map.of("name", "Cleo <Coach>", "email", "cleo@example.org", "role", "COACH"));
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body()).contains("Cleo &lt;Coach&gt;").doesNotContain("<Coach>");
        String link = find("value=\"http://localhost:[0-9]+(/set-password/[^\"]+)\"", added.body());
        try (Visitor cleo = new Visitor(threeshift.address())) {
            var refused = cleo.submit(link, Map.of("password", "short", "passwordRepeated", "shorter"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"password-error\"", "The two passwords differ.");
            var set =
                    cleo.submit(link, Map.of("password", "my own long words", "passwordRepeated", "my own long words"));
            assertThat(cleo.target(set)).isEqualTo("/home");
            assertThat(cleo.get("/account").body()).contains("Cleo");
            assertThat(cleo.get(link).statusCode()).isEqualTo(410);
            // Whoever else used the link is found out by whom it was for.
            assertThat(database.jdbcClient()
                            .sql(
                                    "select count(*) from outbox where topic = 'password-set' and address = 'cleo@example.org'")
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
        try (Visitor cleo = new Visitor(threeshift.address())) {
            assertThat(cleo.target(cleo.signIn("CLEO@example.org", "my own long words")))
                    .isEqualTo("/home");
        }
    }

    @Test
    @Order(7)
    void an_address_is_not_given_twice() {
        visitor.signIn("root@example.org", "correct horse battery");
        var refused =
                visitor.submit("/people", Map.of("name", "Another", "email", "Cleo@Example.org", "role", "MEMBER"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("has an account with this address already.");
    }

    @Test
    @Order(8)
    void an_unknown_role_is_refused() {
        visitor.signIn("root@example.org", "correct horse battery");
        var refused =
                visitor.submit("/people", Map.of("name", "Another", "email", "other@example.org", "role", "OWNER"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose admin, coach or member.");
        assertThat(people().findByEmail("other@example.org")).isEmpty();
    }

    @Test
    @Order(9)
    void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
        var wrong = visitor.signIn("root@example.org", "wrong");
        var unknown = visitor.signIn("nobody@example.org", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(plain(unknown.body()).replace("nobody@", "root@")).isEqualTo(plain(wrong.body()));
    }

    @Test
    @Order(10)
    void a_changed_password_ends_the_other_sessions() {
        visitor.signIn("cleo@example.org", "my own long words");
        try (Visitor elsewhere = new Visitor(threeshift.address())) {
            elsewhere.signIn("cleo@example.org", "my own long words");
            Map<String, String> change = new LinkedHashMap<>();
            change.put("currentPassword", "wrong");
            change.put("password", "short");
            var refused = visitor.submit("/account/ways", "/account/password", change);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("This is not your current password.", "id=\"password-error\"");
            change.put("password", "yet another phrase");
            change.put("currentPassword", "my own long words");
            assertThat(visitor.target(visitor.submit("/account/ways", "/account/password", change)))
                    .isEqualTo("/account/ways?saved=password");
            assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
            assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
        }
        try (Visitor admin = new Visitor(threeshift.address())) {
            admin.signIn("root@example.org", "correct horse battery");
            assertThat(admin.get("/outbox?q=cleo@example.org").body()).contains("Your Threeshift password was changed");
        }
    }

    @Test
    @Order(11)
    void name_and_zone_change() {
        visitor.signIn("root@example.org", "correct horse battery");
        visitor.submit("/account", "/account", Map.of("name", "Ruth", "zone", "Asia/Tokyo"));
        assertThat(people().findByEmail("root@example.org")).hasValueSatisfying(person -> {
            assertThat(person.name()).isEqualTo("Ruth");
            assertThat(person.zone().getId()).isEqualTo("Asia/Tokyo");
        });
    }

    @Test
    @Order(12)
    void outside_a_demonstration_nobody_gets_in_by_one_click() {
        people().register("Demo", "coach@demo.threeshift.example", "correct horse battery", "UTC", Role.COACH);
        var answer = visitor.submit("/sign-in", "/demonstration/sign-in/coach", Map.of());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(visitor.cookie("THREESHIFT")).isEmpty();
    }

    @Test
    @Order(13)
    void whatever_is_asked_for_at_the_door_is_answered_alike_for_known_and_unknown_addresses() {
        Settings settings = threeshift.bean(Settings.class);
        Person root = people().findByEmail("root@example.org").orElseThrow();
        Installation before = settings.current();
        settings.change(root, opened(before));
        Map<String, String> applicant = Map.of("name", "Somebody", "password", "four quiet words here", "zone", "UTC");
        for (String door : List.of("/sign-in/link", "/forgot", "/register", "/register/again")) {
            Answer known = ask(door, "cleo@example.org", applicant);
            Answer unknown = ask(door, "nobody@example.org", applicant);
            assertThat(known.status()).as(door).isEqualTo(200);
            assertThat(unknown).as(door).isEqualTo(known);
        }
        settings.change(root, before);
        assertThat(ask("/sign-in/link", "nonsense", applicant)).isNotEqualTo(ask("/forgot", "nonsense", applicant));
    }

    @Test
    @Order(14)
    void whoever_guesses_is_told_honestly_how_long_to_wait_whosever_the_address_is() {
        for (String email : List.of("cleo@example.org", "nobody-else@example.org")) {
            for (int guess = 0; guess < 6; guess++) {
                assertThat(visitor.signIn(email, "guess number " + guess).statusCode())
                        .isEqualTo(422);
            }
            var waiting = visitor.signIn(email, "my own long words");
            assertThat(waiting.statusCode()).isEqualTo(429);
            assertThat(waiting.headers().firstValue("Retry-After"))
                    .hasValueSatisfying(
                            seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 10));
            assertThat(waiting.body()).containsPattern("Wait [0-9]+ seconds?, then try again");
        }
    }

    private static Installation opened(Installation before) {
        return new Installation(
                Registration.OPEN,
                before.secondFactorForStaff(),
                before.coachNotesInExports(),
                before.guestDays(),
                before.mailDays(),
                before.shareDays());
    }

    /** An answer without what differs each time: the date, the tokens, and the address itself. */
    private record Answer(int status, Map<String, List<String>> headers, String body) {}

    private static Answer ask(String door, String email, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.put("email", email);
        try (Visitor stranger = new Visitor(threeshift.address())) {
            var answer = stranger.submit("/sign-in", door, fields);
            Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
            headers.keySet().removeAll(Set.of("date", "set-cookie", "content-length", "x-request-id"));
            headers.computeIfPresent(
                    "content-security-policy",
                    (name, policies) -> policies.stream()
                            .map(policy -> policy.replaceAll("nonce-[^']+", "nonce"))
                            .toList());
            String body = plain(answer.body()).replace(email, "ADDRESS");
            return new Answer(answer.statusCode(), headers, body);
        }
    }

    /** The token differs from page to page. */
    private static String plain(String body) {
        return body.replaceAll("name=\"_csrf\" value=\"[^\"]+\"|nonce=\"[^\"]+\"", "");
    }

    private static String printedLink() {
        return find("http://here(/setup/\\S+)", printed());
    }

    private static String printed() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        threeshift
                .bean(FirstAdminLink.class)
                .print(new PrintStream(terminal, true, StandardCharsets.UTF_8), "http://here");
        return terminal.toString(StandardCharsets.UTF_8);
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static People people() {
        return threeshift.bean(People.class);
    }
}
