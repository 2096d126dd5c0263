package org.threeshift.core.keep;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;

@Component
class PostgresKeepStore {
    record Request(PersonId guest, String email, String passwordHash, String next, Instant expiresAt, boolean used) {}

    private final JdbcClient jdbc;

    PostgresKeepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The guest's earlier links end. */
    void replace(byte[] hash, Request request, Instant at) {
        jdbc.sql("""
                with outdated as (
                    delete
                      from keep_request
                     where guest = :guest
                       and used_at is null)
                insert into keep_request (token_hash, guest, email, password_hash, next, asked_at, expires_at)
                values (:hash, :guest, :email, :password, :next, :at, :expires)
                """)
                .param("hash", hash)
                .param("guest", request.guest().value())
                .param("email", request.email())
                .param("password", request.passwordHash())
                .param("next", request.next())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", request.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Request> find(byte[] hash) {
        return jdbc.sql("""
                        select guest, email, password_hash, next, expires_at, used_at
                          from keep_request
                         where token_hash = :hash
                        """)
                .param("hash", hash)
                .query((row, _) -> new Request(
                        new PersonId(row.getObject("guest", UUID.class)),
                        Objects.requireNonNull(row.getString("email")),
                        Objects.requireNonNull(row.getString("password_hash")),
                        Objects.requireNonNull(row.getString("next")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getObject("used_at") != null))
                .optional();
    }

    /** @return false when it was used or has ended */
    boolean use(byte[] hash, Instant at) {
        return jdbc.sql("""
                        update keep_request
                           set used_at = :at
                         where token_hash = :hash
                           and used_at is null
                           and expires_at > :at
                        """)
                        .param("hash", hash)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
