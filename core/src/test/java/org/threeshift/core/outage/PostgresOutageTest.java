package org.threeshift.core.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class PostgresOutageTest {
    private final Outage outage = new PostgresOutage();

    /** Connection lost, refused and closed; gave up after a deadlock; too many connections; stopping, starting; disk trouble. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", "08001", "08003", "08006", "40001", "40P01", "53100", "53300", "57014", "57P01", "57P02",
                "57P03", "57P05", "58030", "25006", "55P03"
            })
    void these_codes_pass_by_themselves(String code) {
        assertThat(outage.causes(new UncategorizedSQLException("read", null, new SQLException("", code))))
                .isTrue();
        assertThat(outage.causes(new IllegalStateException(new SQLException("", code))))
                .isTrue();
    }

    /** A constraint, a type, no such table, a wrong statement, raised by our own function, a broken index. */
    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42P01", "42601", "P0001", "XX002", "25P02", "08", ""})
    void these_codes_are_mistakes(String code) {
        assertThat(outage.causes(new UncategorizedSQLException("read", null, new SQLException("", code))))
                .isFalse();
    }

    @Test
    void a_pool_without_a_connection_is_an_outage() {
        var none = new SQLTransientConnectionException("Connection is not available, request timed out after 3000ms");
        assertThat(outage.causes(new CannotGetJdbcConnectionException("no connection", none)))
                .isTrue();
        assertThat(outage.causes(new CannotCreateTransactionException("no connection", none)))
                .isTrue();
    }

    @Test
    void what_the_driver_says_of_a_dead_line_is_an_outage() {
        var refused = new PSQLException("refused", PSQLState.CONNECTION_UNABLE_TO_CONNECT, new ConnectException());
        assertThat(outage.causes(refused)).isTrue();
        assertThat(outage.causes(new DataAccessResourceFailureException("I/O error")))
                .isTrue();
        assertThat(outage.causes(new CannotAcquireLockException("lock"))).isTrue();
    }

    @Test
    void a_transaction_whose_end_fails_too_is_judged_by_what_ended_it() {
        var rollback = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        assertThat(outage.causes(rollback)).isFalse();
        rollback.initApplicationException(new DataAccessResourceFailureException("I/O error"));
        assertThat(outage.causes(rollback)).isTrue();
    }

    @Test
    void mistakes_are_none() {
        assertThat(outage.causes(new NullPointerException())).isFalse();
        assertThat(outage.causes(new IllegalStateException("Event 3 cannot follow event 1")))
                .isFalse();
        assertThat(outage.causes(new DataIntegrityViolationException("too long", new SQLException("", "22001"))))
                .isFalse();
        assertThat(outage.causes(new BadSqlGrammarException("read", "selekt", new SQLException("", "42601"))))
                .isFalse();
    }

    @Test
    void causes_that_go_round_in_a_circle_come_to_an_end() {
        var outer = new IllegalStateException("outer");
        outer.initCause(new IllegalStateException("inner", outer));
        assertThat(outage.causes(outer)).isFalse();
    }
}
