package org.threeshift.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

class PostgresTrailIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private static final Instant START = Instant.parse("2026-11-18T10:00:00Z");

    private final JdbcClient jdbc = database.jdbcClient();
    private final PersonId ada = new PersonId(UUID.randomUUID());
    private final PersonId ben = new PersonId(UUID.randomUUID());
    private final PersonId eve = new PersonId(UUID.randomUUID());
    private final Trail trail = trail(new Whence.From(Optional.of("192.0.2.7"), Optional.of("r-1")));
    private final AuditTrail reading = new AuditTrail(new PostgresAuditStore(jdbc));
    private final Person admin = person(Role.ADMIN);
    private Instant now = START;

    @BeforeEach
    void empty() {
        List.of(
                        "alter table audit_event disable trigger user",
                        "delete from audit_event",
                        "alter table audit_event enable trigger user")
                .forEach(statement -> jdbc.sql(statement).update());
    }

    @Test
    void a_line_says_who_did_what_when_from_where_and_on_whom() {
        add(Deed.SCORECARD_VIEWED, ada, ben, Map.of("interview", "i-1"));
        assertThat(all(Search.ALL)).singleElement().satisfies(line -> {
            assertThat(line.at()).isEqualTo(START);
            assertThat(line.deed()).isEqualTo("scorecard-viewed");
            assertThat(line.actor()).contains(ada);
            assertThat(line.about()).contains(ben);
            assertThat(line.from().address()).contains("192.0.2.7");
            assertThat(line.from().request()).contains("r-1");
            assertThat(line.detail()).containsExactly(Map.entry("interview", "i-1"));
        });
    }

    @Test
    void what_somebody_typed_into_a_detail_is_cut_and_can_be_stored() {
        add(Deed.ROLE_CHANGED, ada, ben, Map.of("long", "x".repeat(5000), "odd", "a\u0000b\ud800c"));
        Map<String, String> detail = all(Search.ALL).getFirst().detail();
        assertThat(detail.get("long")).hasSize(300);
        assertThat(detail.get("odd")).isEqualTo("abc");
    }

    @Test
    void what_is_rolled_back_was_never_done() {
        new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()))
                .executeWithoutResult(transaction -> {
                    add(Deed.SIGNED_IN, ada, ada, Map.of());
                    transaction.setRollbackOnly();
                });
        assertThat(all(Search.ALL)).isEmpty();
    }

    @Test
    void a_line_is_never_changed_nor_deleted() {
        add(Deed.SIGNED_IN, ada, ada, Map.of("way", "password"));
        for (String change : List.of(
                "update audit_event set detail = '{}'",
                "update audit_event set actor_id = null, detail = '{}', redacted = true",
                "delete from audit_event",
                "truncate audit_event")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("The audit trail only grows");
        }
        assertThat(all(Search.ALL).getFirst().actor()).contains(ada);
    }

    @Test
    void a_function_that_calls_itself_otherwise_redacts_nothing() {
        add(Deed.SIGNED_IN, ada, ada, Map.of());
        jdbc.sql("""
                create function tidy_audit(the_person uuid) returns void language sql as
                'update audit_event set actor_id = null, detail = ''{}'', redacted = true where actor_id = the_person'
                """).update();
        assertThatThrownBy(() -> jdbc.sql("select tidy_audit(:person)")
                        .param("person", ada.value())
                        .query()
                        .singleRow())
                .rootCause()
                .hasMessageContaining("The audit trail only grows");
    }

    @Test
    void erasure_takes_one_person_out_and_leaves_that_something_happened() {
        add(Deed.SCORECARD_VIEWED, ada, ben, Map.of("interview", "i-1"));
        add(Deed.SIGNED_IN, ben, ben, Map.of("way", "password"));
        add(Deed.SIGNED_IN, eve, eve, Map.of("way", "password"));
        assertThat(jdbc.sql("select redact_audit(:person)")
                        .param("person", ben.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        List<AuditLine> lines = all(Search.ALL);
        assertThat(lines).hasSize(3);
        AuditLine seen = lines.getLast();
        assertThat(seen.actor()).contains(ada);
        assertThat(seen.about()).isEmpty();
        assertThat(seen.detail()).isEmpty();
        assertThat(seen.from().address()).contains("192.0.2.7");
        AuditLine own = lines.get(1);
        assertThat(own.actor()).isEmpty();
        assertThat(own.from().address()).isEmpty();
        assertThat(own.redacted()).isTrue();
        assertThat(lines.getFirst().detail()).containsEntry("way", "password");
        assertThat(jdbc.sql("select count(*) from audit_event where audit_event::text like '%' || :id || '%'")
                        .param("id", ben.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_admin_searches_by_person_deed_and_time() {
        add(Deed.SIGNED_IN, ada, ada, Map.of());
        now = START.plusSeconds(60);
        add(Deed.SCORECARD_VIEWED, ada, ben, Map.of());
        now = START.plusSeconds(120);
        add(Deed.SIGNED_IN, eve, eve, Map.of());
        assertThat(deeds(new Search(Optional.of(ben), Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactly("scorecard-viewed");
        assertThat(deeds(new Search(Optional.of(ada), Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactly("scorecard-viewed", "signed-in");
        assertThat(deeds(new Search(Optional.of(ada), Optional.of(Deed.SIGNED_IN), Optional.empty(), Optional.empty())))
                .containsExactly("signed-in");
        assertThat(deeds(new Search(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(START.plusSeconds(60)),
                        Optional.of(START.plusSeconds(120)))))
                .containsExactly("scorecard-viewed");
        assertThat(deeds(new Search(
                        Optional.empty(), Optional.empty(), Optional.of(Instant.MIN), Optional.of(Instant.MAX))))
                .hasSize(3);
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition_even_within_one_moment() {
        for (int count = 0; count < 120; count++) {
            now = START.plusSeconds(count / 40);
            trail.add(Deed.SIGNED_IN, Optional.of(ada), Optional.of(count % 2 == 0 ? ada : ben), Map.of());
        }
        for (Optional<PersonId> person : List.of(Optional.<PersonId>empty(), Optional.of(ada))) {
            var search = new Search(person, Optional.empty(), Optional.empty(), Optional.empty());
            List<Long> read = new ArrayList<>();
            Optional<Place> after = Optional.empty();
            do {
                AuditTrail.Page page = reading.search(admin, search, after).orElseThrow();
                page.lines().forEach(line -> read.add(line.id()));
                after = page.next().flatMap(place -> Place.parse(place.toString()));
            } while (after.isPresent());
            assertThat(read).hasSize(120).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        }
    }

    @Test
    void everybody_reads_what_concerns_themselves_and_only_an_admin_reads_the_rest() {
        add(Deed.SCORECARD_VIEWED, ada, ben, Map.of());
        add(Deed.SIGNED_IN, eve, eve, Map.of());
        var owner = new Person(ben, "Ben", Optional.of("ben@example.org"), Role.COACH, ZoneOffset.UTC, false);
        assertThat(reading.own(owner, Optional.empty()).lines()).hasSize(1);
        assertThat(reading.search(owner, Search.ALL, Optional.empty())).isEmpty();
        assertThat(reading.all(owner, Search.ALL)).isEmpty();
    }

    @Test
    void what_no_request_asked_for_comes_from_nowhere() {
        new PostgresTrail(jdbc, () -> now, new DefaultListableBeanFactory().getBeanProvider(Whence.class))
                .add(Deed.SIGNED_OUT, Optional.empty(), Optional.empty(), Map.of());
        assertThat(all(Search.ALL).getFirst().from()).isEqualTo(Whence.NOWHERE);
    }

    private void add(Deed deed, PersonId actor, PersonId about, Map<String, String> detail) {
        trail.add(deed, Optional.of(actor), Optional.of(about), detail);
    }

    private List<AuditLine> all(Search search) {
        return reading.all(admin, search).orElseThrow();
    }

    private List<String> deeds(Search search) {
        return all(search).stream().map(AuditLine::deed).toList();
    }

    private Trail trail(Whence.From from) {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("whence", (Whence) () -> from);
        return new PostgresTrail(jdbc, () -> now, beans.getBeanProvider(Whence.class));
    }

    private static Person person(Role role) {
        return new Person(
                new PersonId(UUID.randomUUID()), "Somebody", Optional.of("s@example.org"), role, ZoneOffset.UTC, false);
    }
}
