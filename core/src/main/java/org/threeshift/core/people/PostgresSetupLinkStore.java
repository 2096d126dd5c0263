package org.threeshift.core.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.SetupLinks.Purpose;

@Component
final class PostgresSetupLinkStore implements SetupLinkStore {
    private final JdbcClient jdbc;

    PostgresSetupLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void replace(Link link, byte[] hash) {
        jdbc.sql("""
                with outdated as (
                    delete from setup_link
                     where purpose = :purpose
                       and person_id is not distinct from cast(:person as uuid)
                       and used_at is null)
                insert into setup_link (token_hash, purpose, person_id, created_at, expires_at)
                values (:hash, :purpose, cast(:person as uuid), :created, :expires)
                """)
                .param("hash", hash)
                .param("purpose", link.purpose().name())
                .param("person", link.person().map(PersonId::toString).orElse(null))
                .param("created", link.createdAt().atOffset(ZoneOffset.UTC))
                .param("expires", link.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Link> find(byte[] hash) {
        return jdbc.sql("""
                select purpose, person_id, created_at, expires_at, used_at
                  from setup_link
                 where token_hash = :hash
                """)
                .param("hash", hash)
                .query((row, number) -> new Link(
                        Purpose.valueOf(row.getString("purpose")),
                        Optional.ofNullable(row.getObject("person_id", UUID.class))
                                .map(PersonId::new),
                        instant(row, "created_at").orElseThrow(),
                        instant(row, "expires_at").orElseThrow(),
                        instant(row, "used_at")))
                .optional();
    }

    @Override
    public boolean use(byte[] hash, Purpose purpose, Instant at) {
        return jdbc.sql("""
                        update setup_link
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

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
