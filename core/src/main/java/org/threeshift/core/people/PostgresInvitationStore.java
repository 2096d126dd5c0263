package org.threeshift.core.people;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresInvitationStore implements InvitationStore {
    private static final RowMapper<Invitation> INVITATION = (row, number) -> new Invitation(
            row.getObject("interview_id", UUID.class),
            row.getString("label"),
            new PersonId(row.getObject("created_by", UUID.class)),
            row.getObject("expires_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getObject("used_by", UUID.class)).map(PersonId::new));

    private final JdbcClient jdbc;

    PostgresInvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Invitation invitation, byte[] hash, Instant at) {
        jdbc.sql("""
                insert into invitation (token_hash, interview_id, label, created_by, created_at, expires_at, used_by)
                values (:hash, :interview, :label, :by, :at, :expires, cast(:used as uuid))
                """)
                .param("hash", hash)
                .param("interview", invitation.interviewId())
                .param("label", invitation.label())
                .param("by", invitation.createdBy().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", invitation.expiresAt().atOffset(ZoneOffset.UTC))
                .param("used", invitation.usedBy().map(PersonId::value).orElse(null))
                .update();
    }

    @Override
    public Optional<Invitation> find(byte[] hash) {
        return jdbc.sql("""
                select interview_id, label, created_by, expires_at, used_by
                  from invitation
                 where token_hash = :hash
                """).param("hash", hash).query(INVITATION).optional();
    }

    @Override
    public Optional<Invitation> bind(byte[] hash, PersonId person) {
        return jdbc.sql("""
                update invitation
                   set used_by = :person
                 where token_hash = :hash
                   and (used_by is null or used_by = :person)
                returning interview_id, label, created_by, expires_at, used_by
                """)
                .param("hash", hash)
                .param("person", person.value())
                .query(INVITATION)
                .optional();
    }

    @Override
    public void endBack(UUID interview, PersonId person) {
        jdbc.sql("""
                delete from invitation
                 where interview_id = :interview
                   and created_by = :person
                   and used_by = :person
                """)
                .param("interview", interview)
                .param("person", person.value())
                .update();
    }

    @Override
    public void extend(UUID interview, Instant expiresAt) {
        jdbc.sql("""
                update invitation
                   set expires_at = greatest(expires_at, :expires)
                 where interview_id = :interview
                """)
                .param("interview", interview)
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
