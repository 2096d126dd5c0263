package org.threeshift.core.clocks;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest zone database that any node has had. */
@Component
class PostgresZoneVersion {
    private final JdbcClient jdbc;

    PostgresZoneVersion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a version if it is the newest. @return the newest there is */
    String seen(String version, Instant at) {
        return jdbc.sql("""
                insert into zone_database as known (version, seen_at)
                values (:version, :at)
                    on conflict (only_one) do update
                   set version = greatest(known.version, excluded.version),
                       seen_at = case when excluded.version > known.version then excluded.seen_at else known.seen_at end
                returning version
                """)
                .param("version", version)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
    }
}
