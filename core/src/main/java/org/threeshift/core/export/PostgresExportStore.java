package org.threeshift.core.export;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresExportStore implements ExportStore {
    private static final RowMapper<DataExport> EXPORT = (row, number) -> new DataExport(
            new ExportId(row.getObject("id", UUID.class)),
            new PersonId(row.getObject("person_id", UUID.class)),
            row.getObject("asked_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getObject("ready_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
            Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant),
            Optional.ofNullable(row.getObject("fetched_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant));

    private final JdbcClient jdbc;

    PostgresExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(DataExport export) {
        return jdbc.sql("""
                        insert into data_export (id, person_id, asked_at)
                        values (:id, :person, :at)
                        on conflict do nothing
                        """)
                        .param("id", export.id().value())
                        .param("person", export.person().value())
                        .param("at", export.askedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public Optional<DataExport> find(ExportId id) {
        return jdbc.sql("""
                select id, person_id, asked_at, ready_at, expires_at, fetched_at
                  from data_export
                 where id = :id
                """).param("id", id.value()).query(EXPORT).optional();
    }

    @Override
    public List<DataExport> of(PersonId person, int limit) {
        return jdbc.sql("""
                select id, person_id, asked_at, ready_at, expires_at, fetched_at
                  from data_export
                 where person_id = :person
                 order by asked_at desc, id desc
                 limit :limit
                """)
                .param("person", person.value())
                .param("limit", limit)
                .query(EXPORT)
                .list();
    }

    @Override
    public List<DataExport> inTheMaking() {
        return jdbc.sql("""
                select id, person_id, asked_at, ready_at, expires_at, fetched_at
                  from data_export
                 where ready_at is null
                 order by asked_at, id
                """).query(EXPORT).list();
    }

    @Override
    public boolean finish(ExportId id, byte[] content, Instant readyAt, Instant expiresAt) {
        return jdbc.sql("""
                update data_export
                   set content = :content, ready_at = :ready, expires_at = :expires
                 where id = :id
                   and ready_at is null
                """)
                        .param("id", id.value())
                        .param("content", content)
                        .param("ready", readyAt.atOffset(ZoneOffset.UTC))
                        .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public Optional<byte[]> fetch(ExportId id, PersonId person, Instant now) {
        return jdbc.sql("""
                with fetched as (
                    select id, content
                      from data_export
                     where id = :id
                       and person_id = :person
                       and content is not null
                       and expires_at > :now
                       for update),
                gone as (
                    update data_export
                       set content = null, fetched_at = :now
                      from fetched
                     where data_export.id = fetched.id)
                select content from fetched
                """)
                .param("id", id.value())
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    @Override
    public int deleteOver(Instant now) {
        return jdbc.sql("""
                update data_export
                   set content = null
                 where content is not null
                   and expires_at <= :now
                """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}
