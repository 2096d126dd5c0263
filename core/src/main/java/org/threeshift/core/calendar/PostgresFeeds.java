package org.threeshift.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;

@Component
class PostgresFeeds {
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;

    PostgresFeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Feed> of(PersonId person) {
        return jdbc.sql("select made_at, read_at from calendar_feed where person_id = :person")
                .param("person", person.value())
                .query((row, number) -> new Feed(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("read_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .optional();
    }

    /** The address before opens nothing any more. */
    void put(PersonId person, byte[] hash, Instant at) {
        jdbc.sql("""
                insert into calendar_feed (person_id, token_hash, made_at)
                values (:person, :hash, :at)
                    on conflict (person_id) do update
                   set token_hash = excluded.token_hash, made_at = excluded.made_at, read_at = null
                """)
                .param("person", person.value())
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean remove(PersonId person) {
        return jdbc.sql("delete from calendar_feed where person_id = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    Optional<PersonId> whose(byte[] hash) {
        return jdbc.sql("select person_id from calendar_feed where token_hash = :hash")
                .param("hash", hash)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    /** Calendars come every few minutes; that they come is enough to know. */
    void read(PersonId person, Instant at) {
        jdbc.sql("""
                update calendar_feed
                   set read_at = :at
                 where person_id = :person
                   and (read_at is null or read_at < :before)
                """)
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("before", at.minus(NOTED_EVERY).atOffset(ZoneOffset.UTC))
                .update();
    }
}
