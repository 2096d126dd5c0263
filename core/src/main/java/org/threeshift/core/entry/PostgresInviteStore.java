package org.threeshift.core.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

@Component
final class PostgresInviteStore implements InviteStore {
    private final JdbcClient jdbc;

    PostgresInviteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Invite invite, byte[] hash) {
        jdbc.sql("""
                insert into invite (id, token_hash, email, role, cohort_id, invited_by, created_at, expires_at)
                values (:id, :hash, :email, :role, cast(:cohort as uuid), :by, :created, :expires)
                """)
                .param("id", invite.id().value())
                .param("hash", hash)
                .param("email", invite.email().orElse(null))
                .param("role", invite.role().name())
                .param("cohort", invite.cohort().map(CohortId::toString).orElse(null))
                .param("by", invite.by().value())
                .param("created", utc(invite.createdAt()))
                .param("expires", utc(invite.expiresAt()))
                .update();
    }

    @Override
    public Optional<Invite> find(byte[] hash) {
        return jdbc.sql("""
                select id, email, role, cohort_id, invited_by, created_at, expires_at, used_at, used_by, revoked_at
                  from invite
                 where token_hash = :hash
                """)
                .param("hash", hash)
                .query((row, number) -> invite(row))
                .optional();
    }

    @Override
    public Optional<Invite> find(InviteId id) {
        return jdbc.sql("""
                select id, email, role, cohort_id, invited_by, created_at, expires_at, used_at, used_by, revoked_at
                  from invite
                 where id = :id
                """)
                .param("id", id.value())
                .query((row, number) -> invite(row))
                .optional();
    }

    @Override
    public boolean use(InviteId id, PersonId by, Instant at) {
        return jdbc.sql("""
                        update invite
                           set used_at = :at, used_by = :by
                         where id = :id
                           and used_at is null
                           and revoked_at is null
                        """)
                        .param("id", id.value())
                        .param("by", by.value())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    @Override
    public boolean revoke(InviteId id, Instant at) {
        return jdbc.sql("""
                        update invite
                           set revoked_at = :at
                         where id = :id
                           and used_at is null
                           and revoked_at is null
                        """).param("id", id.value()).param("at", utc(at)).update() == 1;
    }

    @Override
    public void revoke(CohortId cohort, Optional<String> email, Instant at) {
        jdbc.sql("""
                update invite
                   set revoked_at = :at
                 where cohort_id = :cohort
                   and (cast(:email as text) is null or email = :email)
                   and used_at is null
                   and revoked_at is null
                   and expires_at > :at
                """)
                .param("cohort", cohort.value())
                .param("email", email.orElse(null))
                .param("at", utc(at))
                .update();
    }

    @Override
    public boolean renew(InviteId id, byte[] hash, Instant expiresAt) {
        return jdbc.sql("""
                        update invite
                           set token_hash = :hash, expires_at = :expires
                         where id = :id
                           and used_at is null
                           and revoked_at is null
                        """)
                        .param("id", id.value())
                        .param("hash", hash)
                        .param("expires", utc(expiresAt))
                        .update()
                == 1;
    }

    /** Whom a cohort's page says to be asked is on that page alone: a list of those without an account would tell who has one. */
    private static final String OF_A_COACH = """
            invite.invited_by = :by
                   and not exists (
                       select
                         from cohort_member
                        where cohort_member.cohort_id = invite.cohort_id
                          and cohort_member.email = invite.email)""";

    @Override
    public List<Invites.Listed> list(Optional<PersonId> by, Invite.State state, Instant now, int skip, int limit) {
        return jdbc.sql("""
                select invite.id, invite.email, invite.role, invite.cohort_id, invite.invited_by, invite.created_at,
                       invite.expires_at, invite.used_at, invite.used_by, invite.revoked_at,
                       inviter.name as inviter, guest.name as guest, cohort.name as cohort
                  from invite
                  join person as inviter on inviter.id = invite.invited_by
                  left join person as guest on guest.id = invite.used_by
                  left join cohort on cohort.id = invite.cohort_id
                 where %s
                   and %s
                 order by invite.created_at desc, invite.id
                offset :skip limit :limit
                """.formatted(by.isPresent() ? OF_A_COACH : "true", being(state)))
                .param("by", by.map(PersonId::value).orElse(null))
                .param("now", utc(now))
                .param("skip", skip)
                .param("limit", limit)
                .query((row, number) -> new Invites.Listed(
                        invite(row),
                        row.getString("inviter"),
                        Optional.ofNullable(row.getString("guest")),
                        Optional.ofNullable(row.getString("cohort"))))
                .list();
    }

    @Override
    public int removeOver(Instant before) {
        return jdbc.sql("""
                delete from invite
                 where expires_at < :before
                   and coalesce(used_at, revoked_at, expires_at) < :before
                """).param("before", utc(before)).update();
    }

    private static String being(Invite.State state) {
        return switch (state) {
            case OPEN -> "invite.used_at is null and invite.revoked_at is null and invite.expires_at > :now";
            case USED -> "invite.used_at is not null";
            case REVOKED -> "invite.revoked_at is not null";
            case EXPIRED -> "invite.used_at is null and invite.revoked_at is null and invite.expires_at <= :now";
        };
    }

    private static Invite invite(ResultSet row) throws SQLException {
        Optional<PersonId> usedBy =
                Optional.ofNullable(row.getObject("used_by", UUID.class)).map(PersonId::new);
        Optional<Instant> usedAt = instant(row, "used_at");
        return new Invite(
                new InviteId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getString("email")),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getObject("cohort_id", UUID.class)).map(CohortId::new),
                new PersonId(row.getObject("invited_by", UUID.class)),
                instant(row, "created_at").orElseThrow(),
                instant(row, "expires_at").orElseThrow(),
                usedBy.flatMap(by -> usedAt.map(at -> new Invite.Use(by, at))),
                instant(row, "revoked_at"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
