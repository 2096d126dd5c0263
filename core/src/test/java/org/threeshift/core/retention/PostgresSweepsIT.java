package org.threeshift.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Settings;

class PostgresSweepsIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private static final Instant NOW = Instant.parse("2026-11-18T03:17:00Z");
    private static final Duration KEPT = Duration.ofDays(Installation.FRESH.guestDays());

    private final JdbcClient jdbc = database.jdbcClient();
    private final Settings settings = Settings.inMemory(Installation.FRESH, Trail.NONE, () -> NOW);
    private final List<PersonId> erased = new ArrayList<>();

    @BeforeEach
    void empty() {
        for (String table :
                List.of("participant", "interview", "invitation", "setup_link", "spring_session", "person")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void a_guest_whom_nothing_names_is_deleted_when_their_days_are_over() {
        UUID old = person("Old guest", true, KEPT.plusDays(1));
        UUID young = person("Young guest", true, KEPT.minusDays(1));
        UUID member = person("Member", false, KEPT.plusDays(1));
        session(old);
        session(member);
        assertThat(guests(false).sweep(NOW)).isEqualTo(1);
        assertThat(ids("select id from person")).containsExactlyInAnyOrder(young, member);
        assertThat(jdbc.sql("select principal_name from spring_session")
                        .query(String.class)
                        .list())
                .containsExactly(member.toString());
        assertThat(guests(false).sweep(NOW)).isZero();
    }

    @Test
    void a_guest_whom_an_interview_names_loses_the_name_and_the_interview_stays() {
        UUID guest = person("Noor Haddad", true, KEPT.plusDays(9));
        UUID host = person("Host", false, KEPT.plusDays(9));
        interview(host, guest, KEPT.plusDays(1));
        assertThat(guests(false).sweep(NOW)).isEqualTo(1);
        assertThat(name(guest)).isEqualTo(PostgresGuests.NAMELESS);
        assertThat(ids("select interview_id from participant")).hasSize(2);
        assertThat(guests(false).sweep(NOW))
                .as("the next night there is nothing left to do")
                .isZero();
    }

    @Test
    void a_guest_whom_an_interview_names_is_erased_where_something_erases() {
        UUID guest = person("Noor Haddad", true, KEPT.plusDays(9));
        UUID host = person("Host", false, KEPT.plusDays(9));
        interview(host, guest, KEPT.plusDays(1));
        guests(true).sweep(NOW);
        assertThat(erased).containsExactly(new PersonId(guest));
    }

    @Test
    void a_guest_whose_interview_is_not_long_over_stays() {
        UUID guest = person("Noor Haddad", true, KEPT.plusDays(9));
        UUID host = person("Host", false, KEPT.plusDays(9));
        interview(host, guest, KEPT.plusDays(5));
        interview(host, guest, KEPT.minusDays(1));
        assertThat(guests(true).sweep(NOW)).isZero();
        assertThat(name(guest)).isEqualTo("Noor Haddad");
    }

    @Test
    void links_go_a_week_after_they_ended_so_that_their_page_can_say_so() {
        UUID host = person("Host", false, Duration.ofDays(1));
        invitation(host, Duration.ofDays(8));
        invitation(host, Duration.ofDays(6));
        invitation(host, Duration.ofDays(-1));
        assertThat(new PostgresLinks(jdbc).sweep(NOW)).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from invitation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void sessions_go_once_they_ended_by_rest() {
        UUID host = person("Host", false, Duration.ofDays(1));
        session(host);
        jdbc.sql("update spring_session set expiry_time = :before")
                .param("before", NOW.minusSeconds(1).toEpochMilli())
                .update();
        session(host);
        assertThat(new PostgresSessions(jdbc).sweep(NOW)).isEqualTo(1);
    }

    private PostgresGuests guests(boolean withEraser) {
        var beans = new DefaultListableBeanFactory();
        if (withEraser) {
            beans.registerSingleton("eraser", (GuestEraser) erased::add);
        }
        return new PostgresGuests(jdbc, settings, beans.getBeanProvider(GuestEraser.class));
    }

    private UUID person(String name, boolean guest, Duration age) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into person (id, name, email, role, zone, guest, created_at)
                values (:id, :name, :email, 'MEMBER', 'UTC', :guest, :at)
                """)
                .param("id", id)
                .param("name", name)
                .param("email", guest ? null : id + "@example.org")
                .param("guest", guest)
                .param("at", NOW.minus(age).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private void interview(UUID host, UUID candidate, Duration ago) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                with made as (
                    insert into interview (id, kind, phase, host, candidate, invitee, bank_id, bank_version, round_id, title, minutes,
                                           starts_at, zone)
                    values (:id, 'PEER', 'SCHEDULED', :host, :candidate, '', 'bank', 1, 'round', 'Round', 30, :at, 'UTC'))
                insert into participant (interview_id, person_id, seat)
                values (:id, :host, 'INTERVIEWER'), (:id, :candidate, 'CANDIDATE')
                """)
                .param("id", id)
                .param("host", host)
                .param("candidate", candidate)
                .param("at", NOW.minus(ago).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void invitation(UUID host, Duration over) {
        jdbc.sql("""
                insert into invitation (token_hash, interview_id, label, created_by, created_at, expires_at)
                values (sha256(:token), :interview, '', :host, :made, :over)
                """)
                .param("token", UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .param("interview", UUID.randomUUID())
                .param("host", host)
                .param("made", NOW.minus(Duration.ofDays(90)).atOffset(ZoneOffset.UTC))
                .param("over", NOW.minus(over).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void session(UUID person) {
        jdbc.sql("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time,
                                            principal_name)
                values (:id, :id, 0, 0, 1, :over, :person)
                """)
                .param("id", UUID.randomUUID().toString())
                .param("over", NOW.plusSeconds(60).toEpochMilli())
                .param("person", person.toString())
                .update();
    }

    private String name(UUID person) {
        return jdbc.sql("select name from person where id = :id")
                .param("id", person)
                .query(String.class)
                .single();
    }

    private List<UUID> ids(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
