package org.threeshift.core.outage;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Reads PostgreSQL's error codes, and what the pool and Spring make of them. */
@Component
final class PostgresOutage implements Outage {
    /**
     * By class: connection lost (08), transaction given up (40), no resources (53), stopped or stopping (57), trouble of the
     * machine (58). See <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");
    /** Read-only while another server takes over; a lock not got in time; a prepared plan that a restart has forgotten. */
    private static final Set<String> CODES = Set.of("25006", "55P03", "26000");

    @Override
    public boolean causes(Throwable failure) {
        var seen = new HashSet<Throwable>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (saysAway(cause)) {
                return true;
            }
        }
        return false;
    }

    /** When the line is cut inside of a transaction, its end fails too, and hides why. */
    private boolean endedBy(@Nullable Throwable first) {
        return first != null && causes(first);
    }

    private boolean saysAway(Throwable cause) {
        return switch (cause) {
            case CannotGetJdbcConnectionException _,
                    CannotCreateTransactionException _,
                    DataAccessResourceFailureException _,
                    RecoverableDataAccessException _,
                    TransientDataAccessException _,
                    SQLTransientException _,
                    SQLRecoverableException _,
                    SQLNonTransientConnectionException _ -> true;
            case TransactionSystemException ending -> endedBy(ending.getApplicationException());
            case SQLException sql -> passes(sql.getSQLState());
            default -> false;
        };
    }

    private static boolean passes(@Nullable String code) {
        return code != null && code.length() == 5 && (CLASSES.contains(code.substring(0, 2)) || CODES.contains(code));
    }
}
