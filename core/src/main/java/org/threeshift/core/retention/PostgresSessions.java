package org.threeshift.core.retention;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sign-in sessions that ended by rest. */
@Component
final class PostgresSessions implements Sweep {
    private final JdbcClient jdbc;

    PostgresSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "expired-sessions";
    }

    @Override
    public int sweep(Instant now) {
        return jdbc.sql("delete from spring_session where expiry_time < :now")
                .param("now", now.toEpochMilli())
                .update();
    }
}
