package org.threeshift.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;

/** Beats over two nodes of one database. */
class HereIT {
    private static final String PASSWORD = "correct horse battery";

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift one = RunningThreeshift.on(database);

    @AutoClose
    static final RunningThreeshift other = RunningThreeshift.on(database);

    private static final Visitor HOST = new Visitor(one.address());
    private static final Visitor CANDIDATE = new Visitor(other.address());
    private static String path = "";
    private static Person host;
    private static Person candidate;

    private final String tab = UUID.randomUUID().toString();

    @BeforeAll
    static void an_interview() {
        host = register("hana");
        candidate = register("cleo");
        HOST.signIn("hana@example.org", PASSWORD);
        CANDIDATE.signIn("cleo@example.org", PASSWORD);
        var interview = new InterviewId(one.bean(Ids.class).next());
        one.bean(Hosting.class)
                .host(
                        new Hosting.Plan(
                                interview,
                                Kind.PEER,
                                "marketing-manager",
                                "warm-up",
                                new Hosting.Candidate.Member(candidate.id()),
                                Set.of(),
                                Optional.empty(),
                                ZoneId.of("UTC")),
                        host);
        path = "/api/interviews/" + interview + "/here";
    }

    @Test
    void people_on_different_nodes_see_each_other() {
        beat(HOST, tab);
        assertThat(beat(CANDIDATE, UUID.randomUUID().toString()))
                .contains("{\"person\":\"" + host.id() + "\",\"state\":\"here\",\"since\":\"")
                .contains("\"" + candidate.id() + "\"");
        assertThat(beat(HOST, tab)).contains("\"" + candidate.id() + "\"");
    }

    @Test
    void a_tab_that_beats_on_another_node_from_now_on_stays_the_same() {
        beat(HOST, tab);
        try (Visitor moved = HOST.at(other.address())) {
            beat(moved, tab);
        }
        assertThat(database.jdbcClient()
                        .sql("select count(*) from presence where connection_id = :tab")
                        .param("tab", UUID.fromString(tab))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_goodbye_is_kept() {
        beat(HOST, tab);
        HttpResponse<String> bye = HOST.postJson(path, "{\"connection\": \"" + tab + "\", \"leaving\": true}");
        assertThat(bye.statusCode()).isEqualTo(200);
        assertThat(database.jdbcClient()
                        .sql("select left_at is not null from presence where connection_id = :tab")
                        .param("tab", UUID.fromString(tab))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_form_of_another_site_cannot_speak_for_anybody() {
        assertThat(HOST.post(path, Map.of("connection", tab)).statusCode()).isEqualTo(415);
        assertThat(HOST.postJson(path, "{\"connection\": \"" + tab + "\"}", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void beats_do_not_write_to_the_sign_in_session() {
        Object before = lastAccess();
        beat(HOST, tab);
        assertThat(lastAccess()).isEqualTo(before);
        // A page does, once a minute.
        database.jdbcClient()
                .sql(
                        "update spring_session set last_access_time = last_access_time - 70000 where principal_name = :person")
                .param("person", host.id().toString())
                .update();
        Object stale = lastAccess();
        HOST.get("/home");
        assertThat(lastAccess()).isNotEqualTo(stale);
    }

    private static Object lastAccess() {
        return database.jdbcClient()
                .sql("select last_access_time from spring_session where principal_name = :person")
                .param("person", host.id().toString())
                .query(Long.class)
                .list();
    }

    private static String beat(Visitor visitor, String tab) {
        HttpResponse<String> answer = visitor.postJson(path, "{\"connection\": \"" + tab + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static Person register(String name) {
        return switch (one.bean(People.class).register(name, name + "@example.org", PASSWORD, "UTC", Role.MEMBER)) {
            case Outcome.Done(Person person) -> person;
            case Outcome.Refused(var problems) -> throw new AssertionError(problems);
        };
    }
}
