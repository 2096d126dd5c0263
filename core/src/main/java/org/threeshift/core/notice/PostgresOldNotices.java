package org.threeshift.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/** Notices of a quarter of a year ago: far longer than any event can be read again of which they keep that it was told. */
@Component
final class PostgresOldNotices implements Sweep {
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;

    PostgresOldNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public int sweep(Instant now) {
        return jdbc.sql("""
                delete from notice
                 where posted_at < :before
                   and due_at < :before
                """)
                .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
