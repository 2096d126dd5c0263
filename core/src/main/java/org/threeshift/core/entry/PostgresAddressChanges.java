package org.threeshift.core.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.entry.AddressChange.Side;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresAddressChanges {
    record Found(AddressChange change, Side side) {}

    private final JdbcClient jdbc;

    PostgresAddressChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(AddressChange change, byte[] beforeHash, byte[] afterHash) {
        jdbc.sql("""
                insert into address_change (id, person_id, old_email, new_email, old_token_hash, new_token_hash, created_at,
                                            expires_at)
                values (:id, :person, :before, :after, :beforeHash, :afterHash, :created, :expires)
                """)
                .param("id", change.id())
                .param("person", change.person().value())
                .param("before", change.before())
                .param("after", change.after())
                .param("beforeHash", beforeHash)
                .param("afterHash", afterHash)
                .param("created", utc(change.createdAt()))
                .param("expires", utc(change.expiresAt()))
                .update();
    }

    Optional<AddressChange> open(PersonId person, Instant now) {
        return jdbc.sql("""
                select id, person_id, old_email, new_email, created_at, expires_at, old_confirmed_at, new_confirmed_at, ended_at
                  from address_change
                 where person_id = :person
                   and ended_at is null
                   and expires_at > :now
                """)
                .param("person", person.value())
                .param("now", utc(now))
                .query((row, number) -> change(row))
                .optional();
    }

    /** Locks the row until the caller's transaction ends, so that of two who say yes at once one sees that both have. */
    Optional<Found> lock(byte[] hash) {
        return find(hash, "for update");
    }

    Optional<Found> find(byte[] hash) {
        return find(hash, "");
    }

    void confirm(UUID id, Side side, Instant at) {
        String column = side == Side.BEFORE ? "old_confirmed_at" : "new_confirmed_at";
        jdbc.sql("""
                update address_change
                   set %1$s = coalesce(%1$s, :at)
                 where id = :id
                """.formatted(column)).param("id", id).param("at", utc(at)).update();
    }

    void end(UUID id, Instant at) {
        jdbc.sql("""
                update address_change
                   set ended_at = :at
                 where id = :id
                   and ended_at is null
                """).param("id", id).param("at", utc(at)).update();
    }

    void endOpen(PersonId person, Instant at) {
        jdbc.sql("""
                update address_change
                   set ended_at = :at
                 where person_id = :person
                   and ended_at is null
                """).param("person", person.value()).param("at", utc(at)).update();
    }

    int removeOver(Instant before) {
        return jdbc.sql("""
                delete from address_change
                 where expires_at < :before
                """).param("before", utc(before)).update();
    }

    private Optional<Found> find(byte[] hash, String locking) {
        return jdbc.sql("""
                select id, person_id, old_email, new_email, created_at, expires_at, old_confirmed_at, new_confirmed_at, ended_at,
                       old_token_hash = :hash as before
                  from address_change
                 where old_token_hash = :hash
                    or new_token_hash = :hash
                %s
                """.formatted(locking))
                .param("hash", hash)
                .query((row, number) -> new Found(change(row), row.getBoolean("before") ? Side.BEFORE : Side.AFTER))
                .optional();
    }

    private static AddressChange change(ResultSet row) throws SQLException {
        return new AddressChange(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("old_email"),
                row.getString("new_email"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "old_confirmed_at"),
                instant(row, "new_confirmed_at"),
                instant(row, "ended_at"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
