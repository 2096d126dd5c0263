package org.threeshift.core.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresPendings {
    private final JdbcClient jdbc;

    PostgresPendings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Pending pending, byte[] hash) {
        jdbc.sql("""
                insert into registration (token_hash, email, name, zone, password_hash, browser_hash, invite_id, next, created_at,
                                          expires_at)
                values (:hash, :email, :name, :zone, :password, cast(:browser as bytea), cast(:invite as uuid), :next, :created,
                        :expires)
                """)
                .param("hash", hash)
                .param("email", pending.email())
                .param("name", pending.name())
                .param("zone", pending.zone().getId())
                .param("password", pending.passwordHash())
                .param(
                        "browser",
                        pending.browser().map(HexFormat.of()::parseHex).orElse(null))
                .param("invite", pending.invite().map(InviteId::toString).orElse(null))
                .param("next", pending.next())
                .param("created", utc(pending.createdAt()))
                .param("expires", utc(pending.expiresAt()))
                .update();
    }

    Optional<Pending> find(byte[] hash) {
        return jdbc.sql("""
                select email, name, zone, password_hash, browser_hash, invite_id, next, created_at, expires_at
                  from registration
                 where token_hash = :hash
                """)
                .param("hash", hash)
                .query((row, number) -> pending(row))
                .optional();
    }

    /** The one that was asked for in this browser, or else the latest. */
    Optional<Pending> find(String email, Optional<String> browser, Instant now) {
        return jdbc.sql("""
                select email, name, zone, password_hash, browser_hash, invite_id, next, created_at, expires_at
                  from registration
                 where email = :email
                   and expires_at > :now
                 order by (browser_hash = cast(:browser as bytea)) is true desc, created_at desc
                 limit 1
                """)
                .param("email", email)
                .param("browser", browser.map(HexFormat.of()::parseHex).orElse(null))
                .param("now", utc(now))
                .query((row, number) -> pending(row))
                .optional();
    }

    /** @return how many there were */
    int remove(String email) {
        return jdbc.sql("""
                delete from registration
                 where email = :email
                """).param("email", email).update();
    }

    int removeExpired(Instant before) {
        return jdbc.sql("""
                delete from registration
                 where expires_at < :before
                """).param("before", utc(before)).update();
    }

    private static Pending pending(ResultSet row) throws SQLException {
        return new Pending(
                row.getString("email"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getString("password_hash"),
                Optional.ofNullable(row.getBytes("browser_hash")).map(HexFormat.of()::formatHex),
                Optional.ofNullable(row.getObject("invite_id", UUID.class)).map(InviteId::new),
                row.getString("next"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
