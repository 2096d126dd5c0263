package org.threeshift.core.health;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresHealth implements Health {
    private final JdbcClient jdbc;

    PostgresHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void beat(Node node) {
        jdbc.sql("""
                with gone as (
                    delete from node
                     where seen_at < :seen - interval '1 day')
                insert into node (id, name, version, started_at, seen_at)
                values (:id, :name, :version, :started, :seen)
                    on conflict (id) do update
                   set seen_at = excluded.seen_at
                """)
                .param("id", node.id())
                .param("name", node.name())
                .param("version", node.version())
                .param("started", node.startedAt().atOffset(ZoneOffset.UTC))
                .param("seen", node.seenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void left(UUID node) {
        jdbc.sql("delete from node where id = :id").param("id", node).update();
    }

    @Override
    public List<Node> nodes() {
        return jdbc.sql("""
                select id, name, version, started_at, seen_at
                  from node
                 order by started_at desc, id
                """)
                .query((row, number) -> new Node(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("version"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public DatabaseFacts database() {
        return jdbc.sql("""
                select current_setting('server_version') as version,
                       pg_database_size(current_database()) as bytes,
                       (select version
                          from flyway_schema_history
                         where success and version is not null
                         order by installed_rank desc
                         limit 1) as schema
                """)
                .query((row, number) -> new DatabaseFacts(
                        row.getString("version"), row.getLong("bytes"), String.valueOf(row.getString("schema"))))
                .single();
    }
}
