package org.threeshift.core.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresPasskeyStore implements PasskeyStore {
    private final JdbcClient jdbc;

    PostgresPasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Passkey passkey) {
        return jdbc.sql("""
                        insert into passkey (credential_id, person_id, label, public_key, attestation_object, transports,
                                             signature_count, backup_eligible, backed_up, added_at)
                        values (:id, :person, :label, :key, :attestation, :transports, :count, :eligible, :backedUp, :at)
                            on conflict do nothing
                        """)
                        .param("id", bytes(passkey.id()))
                        .param("person", passkey.person().value())
                        .param("label", passkey.label())
                        .param("key", bytes(passkey.publicKey()))
                        .param("attestation", bytes(passkey.attestationObject()))
                        .param("transports", String.join(" ", passkey.transports()))
                        .param("count", passkey.signatureCount())
                        .param("eligible", passkey.backupEligible())
                        .param("backedUp", passkey.backedUp())
                        .param("at", passkey.addedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public Optional<Passkey> find(String id) {
        return jdbc.sql("""
                select credential_id, person_id, label, public_key, attestation_object, transports, signature_count,
                       backup_eligible, backed_up, added_at, used_at
                  from passkey
                 where credential_id = :id
                """)
                .param("id", bytes(id))
                .query((row, number) -> passkey(row))
                .optional();
    }

    @Override
    public List<Passkey> of(PersonId person) {
        return jdbc.sql("""
                select credential_id, person_id, label, public_key, attestation_object, transports, signature_count,
                       backup_eligible, backed_up, added_at, used_at
                  from passkey
                 where person_id = :person
                 order by added_at
                """)
                .param("person", person.value())
                .query((row, number) -> passkey(row))
                .list();
    }

    @Override
    public boolean rename(PersonId person, String id, String label) {
        return jdbc.sql("""
                        update passkey
                           set label = :label
                         where credential_id = :id
                           and person_id = :person
                        """)
                        .param("id", bytes(id))
                        .param("person", person.value())
                        .param("label", label)
                        .update()
                == 1;
    }

    @Override
    public boolean remove(PersonId person, String id) {
        return jdbc.sql("""
                        delete from passkey
                         where credential_id = :id
                           and person_id = :person
                        """)
                        .param("id", bytes(id))
                        .param("person", person.value())
                        .update()
                == 1;
    }

    @Override
    public int removeAll(PersonId person) {
        return jdbc.sql("""
                delete from passkey
                 where person_id = :person
                """).param("person", person.value()).update();
    }

    @Override
    public void used(String id, long signatureCount, boolean backedUp, Instant at) {
        jdbc.sql("""
                update passkey
                   set signature_count = :count,
                       backed_up       = :backedUp,
                       used_at         = :at
                 where credential_id = :id
                """)
                .param("id", bytes(id))
                .param("count", signatureCount)
                .param("backedUp", backedUp)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void putChallenge(byte[] hash, Optional<PersonId> person, Instant now, Instant expiresAt) {
        jdbc.sql("""
                with over as (
                    delete from passkey_challenge
                     where expires_at < :now)
                insert into passkey_challenge (challenge_hash, person_id, expires_at)
                values (:hash, cast(:person as uuid), :expires)
                """)
                .param("hash", hash)
                .param("person", value(person))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean takeChallenge(byte[] hash, Optional<PersonId> person, Instant now) {
        return jdbc.sql("""
                        delete from passkey_challenge
                         where challenge_hash = :hash
                           and person_id is not distinct from cast(:person as uuid)
                           and expires_at >= :now
                        """)
                        .param("hash", hash)
                        .param("person", value(person))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static @Nullable UUID value(Optional<PersonId> person) {
        return person.map(PersonId::value).orElse(null);
    }

    /** What is no such text is nobody's. */
    private static byte[] bytes(String text) {
        return Passkey.bytes(text).orElseGet(() -> new byte[0]);
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                Passkey.text(row.getBytes("credential_id")),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("label"),
                Passkey.text(row.getBytes("public_key")),
                Passkey.text(row.getBytes("attestation_object")),
                Stream.of(row.getString("transports").split(" "))
                        .filter(transport -> !transport.isEmpty())
                        .toList(),
                row.getLong("signature_count"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
