package org.threeshift.core.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.database.CountedStatements;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.database.TestRows;
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
        return TestRows.interview(database);
    }

    @Override
    PersonId person() {
        return TestRows.person(database);
    }

    @Override
    void seat(InterviewId interview, PersonId person) {
        TestRows.seat(database, interview, person, "INTERVIEWER");
    }

    @Override
    void unseat(InterviewId interview, PersonId person) {
        database.jdbcClient()
                .sql("delete from participant where interview_id = :interview and person_id = :person")
                .param("interview", interview.value())
                .param("person", person.value())
                .update();
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
    void beats_of_many_tabs_at_once_lose_none() throws InterruptedException {
        InterviewId interview = interview();
        var done = new CountDownLatch(8);
        for (int thread = 0; thread < 8; thread++) {
            PersonId somebody = person();
            ConnectionId tab = tab();
            seat(interview, somebody);
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
    void a_beat_is_one_statement() {
        InterviewId interview = interview();
        PersonId ada = person();
        seat(interview, ada);
        var statements = new CountedStatements(database.dataSource());
        var counted = new PostgresLeases(JdbcClient.create(statements));
        counted.renew(interview, ada, tab());
        counted.renew(interview, person(), tab());
        assertThat(statements.count()).isEqualTo(2);
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
