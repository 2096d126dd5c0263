package org.threeshift.core.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links and invitations to interviews, a week after they ended: until then their page says that they are over. */
@Component
final class PostgresLinks implements Sweep {
    private static final Duration TOLD_FOR = Duration.ofDays(7);

    private final JdbcClient jdbc;

    PostgresLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "expired-links";
    }

    @Override
    public int sweep(Instant now) {
        OffsetDateTime before = now.minus(TOLD_FOR).atOffset(ZoneOffset.UTC);
        int links = jdbc.sql("delete from setup_link where expires_at < :before")
                .param("before", before)
                .update();
        int invitations = jdbc.sql("delete from invitation where expires_at < :before")
                .param("before", before)
                .update();
        int keeps = jdbc.sql("delete from keep_request where expires_at < :before")
                .param("before", before)
                .update();
        return links + invitations + keeps;
    }
}
