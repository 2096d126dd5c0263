package org.threeshift.core.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class PostgresLeasesIT extends LeasesContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private final Leases leases = new PostgresLeases(database.jdbcClient());

    @Override
    Leases leases() {
        return leases;
    }

    @Override
    InterviewId interview() {
        UUID id = UUID.randomUUID();
        database.jdbcClient()
                .sql("""
                insert into interview (id, kind, phase, host, invitee, bank_id, bank_version, round_id, title, minutes,
                                       starts_at, zone)
                values (:id, 'PEER', 'SCHEDULED', :host, 'Ada', 'bank', 1, 'round', 'Round', 10, now(), 'UTC')
                """)
                .param("id", id)
                .param("host", person().value())
                .update();
        return new InterviewId(id);
    }

    @Override
    PersonId person() {
        UUID id = UUID.randomUUID();
        database.jdbcClient().sql("""
                insert into person (id, name, role, zone, guest, created_at)
                values (:id, 'Somebody', 'MEMBER', 'UTC', true, now())
                """).param("id", id).update();
        return new PersonId(id);
    }

    /** The database's clock does not wait for tests: what it has written grows older instead. */
    @Override
    void pass(Duration span) {
        database.jdbcClient().sql("""
                update presence
                   set since = since - :span * interval '1 millisecond',
                       seen_at = seen_at - :span * interval '1 millisecond',
                       left_at = left_at - :span * interval '1 millisecond'
                """).param("span", span.toMillis()).update();
    }

    @Test
    void nobody_is_present_at_what_does_not_exist() {
        assertThatThrownBy(() -> leases.renew(new InterviewId(UUID.randomUUID()), person(), tab()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void beats_of_many_tabs_at_once_lose_none() throws InterruptedException {
        InterviewId interview = interview();
        var done = new CountDownLatch(8);
        for (int thread = 0; thread < 8; thread++) {
            PersonId somebody = person();
            ConnectionId tab = tab();
            Thread.ofVirtual().start(() -> {
                for (int beat = 0; beat < 20; beat++) {
                    leases.renew(interview, somebody, tab);
                    leases.dropOlderThan(Duration.ZERO);
                }
                leases.renew(interview, somebody, tab);
                done.countDown();
            });
        }
        done.await();
        assertThat(leases.of(interview).leases()).isNotEmpty();
    }

    @Test
    void leases_are_not_written_to_the_log_of_the_database() {
        assertThat(database.jdbcClient()
                        .sql("select relpersistence from pg_class where relname = 'presence'")
                        .query(String.class)
                        .single())
                .isEqualTo("u");
    }
}
