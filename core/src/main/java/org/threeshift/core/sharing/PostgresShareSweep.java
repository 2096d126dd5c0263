package org.threeshift.core.sharing;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/** Links that ended some time ago. Until then their owner sees how often they were opened. */
@Component
final class PostgresShareSweep implements Sweep {
    private final JdbcClient jdbc;

    PostgresShareSweep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "share-links";
    }

    @Override
    public int sweep(Instant now) {
        return jdbc.sql("""
                delete from share_link
                 where expires_at < :before
                    or revoked_at < :before
                """)
                .param("before", now.minus(Sharing.TOLD_FOR).atOffset(ZoneOffset.UTC))
                .update();
    }
}
