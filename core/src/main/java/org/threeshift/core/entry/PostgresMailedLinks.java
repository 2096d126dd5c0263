package org.threeshift.core.entry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.entry.MailedLinks.Purpose;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresMailedLinks {
    record Link(Purpose purpose, PersonId person, String next, Instant expiresAt, Optional<Instant> usedAt) {}

    private final JdbcClient jdbc;

    PostgresMailedLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] hash, Purpose purpose, PersonId person, String next, Instant now, Instant expiresAt) {
        jdbc.sql("""
                insert into entry_link (token_hash, purpose, person_id, next, created_at, expires_at)
                values (:hash, :purpose, :person, :next, :now, :expires)
                """)
                .param("hash", hash)
                .param("purpose", purpose.name())
                .param("person", person.value())
                .param("next", next)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Link> find(byte[] hash) {
        return jdbc.sql("""
                select purpose, person_id, next, expires_at, used_at
                  from entry_link
                 where token_hash = :hash
                """)
                .param("hash", hash)
                .query((row, number) -> new Link(
                        Purpose.valueOf(row.getString("purpose")),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("next"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .optional();
    }

    /** @return false when it is unknown, of another purpose, used or expired */
    boolean use(byte[] hash, Purpose purpose, Instant at) {
        return jdbc.sql("""
                        update entry_link
                           set used_at = :at
                         where token_hash = :hash
                           and purpose = :purpose
                           and used_at is null
                           and expires_at > :at
                        """)
                        .param("hash", hash)
                        .param("purpose", purpose.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void endAll(PersonId person, Instant at) {
        jdbc.sql("""
                update entry_link
                   set used_at = :at
                 where person_id = :person
                   and used_at is null
                """)
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int removeExpired(Instant before) {
        return jdbc.sql("""
                delete from entry_link
                 where expires_at < :before
                """).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
