package org.threeshift.core.entry;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresDeviceStore {
    private final JdbcClient jdbc;

    PostgresDeviceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean remember(byte[] hash, PersonId person, Instant now) {
        return jdbc.sql("""
                with kept as (
                    insert into known_device (token_hash, person_id, first_at, last_at)
                    values (:hash, :person, :now, :now)
                    on conflict (token_hash, person_id) do update set last_at = excluded.last_at)
                -- As it was before: what a statement inserts, it does not see.
                select coalesce(bool_and(token_hash <> :hash), false)
                  from known_device
                 where person_id = :person
                """)
                .param("hash", hash)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    boolean knows(byte[] hash, String email) {
        return jdbc.sql("""
                select exists (
                    select
                      from known_device
                      join person on person.id = known_device.person_id
                     where known_device.token_hash = :hash
                       and person.email = :email)
                """)
                .param("hash", hash)
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    void forget(PersonId person) {
        jdbc.sql("""
                delete from known_device
                 where person_id = :person
                """).param("person", person.value()).update();
    }

    int forgetBefore(Instant last) {
        return jdbc.sql("""
                delete from known_device
                 where last_at < :last
                """).param("last", last.atOffset(ZoneOffset.UTC)).update();
    }
}
