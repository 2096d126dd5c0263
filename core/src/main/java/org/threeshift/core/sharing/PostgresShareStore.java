package org.threeshift.core.sharing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresShareStore implements ShareStore {
    private static final RowMapper<Share> SHARE = (row, number) -> new Share(
            new ShareId(row.getObject("id", UUID.class)),
            new InterviewId(row.getObject("interview_id", UUID.class)),
            new PersonId(row.getObject("person_id", UUID.class)),
            row.getString("label"),
            Share.Part.valueOf(row.getString("part")),
            Share.Naming.valueOf(row.getString("naming")),
            row.getObject("made_at", OffsetDateTime.class).toInstant(),
            row.getObject("expires_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant),
            row.getInt("opened"),
            Optional.ofNullable(row.getObject("opened_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant));

    private final JdbcClient jdbc;

    PostgresShareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Share share, byte[] hash) {
        jdbc.sql("""
                insert into share_link (id, token_hash, interview_id, person_id, label, part, naming, made_at, expires_at)
                values (:id, :hash, :interview, :person, :label, :part, :naming, :made, :expires)
                """)
                .param("id", share.id().value())
                .param("hash", hash)
                .param("interview", share.interview().value())
                .param("person", share.owner().value())
                .param("label", share.label())
                .param("part", share.part().name())
                .param("naming", share.naming().name())
                .param("made", share.madeAt().atOffset(ZoneOffset.UTC))
                .param("expires", share.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Share> find(byte[] hash) {
        return jdbc.sql("""
                select id, interview_id, person_id, label, part, naming, made_at, expires_at, revoked_at, opened, opened_at
                  from share_link
                 where token_hash = :hash
                """).param("hash", hash).query(SHARE).optional();
    }

    @Override
    public List<Share> of(PersonId owner, int limit) {
        return jdbc.sql("""
                select id, interview_id, person_id, label, part, naming, made_at, expires_at, revoked_at, opened, opened_at
                  from share_link
                 where person_id = :person
                 order by made_at desc, id desc
                 limit :limit
                """)
                .param("person", owner.value())
                .param("limit", limit)
                .query(SHARE)
                .list();
    }

    @Override
    public List<Share> of(PersonId owner, InterviewId interview) {
        return jdbc.sql("""
                select id, interview_id, person_id, label, part, naming, made_at, expires_at, revoked_at, opened, opened_at
                  from share_link
                 where person_id = :person
                   and interview_id = :interview
                 order by made_at desc, id desc
                """)
                .param("person", owner.value())
                .param("interview", interview.value())
                .query(SHARE)
                .list();
    }

    @Override
    public boolean revoke(ShareId id, PersonId owner, Instant at) {
        return jdbc.sql("""
                        update share_link
                           set revoked_at = :at
                         where id = :id
                           and person_id = :person
                           and revoked_at is null
                        """)
                        .param("id", id.value())
                        .param("person", owner.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public void visit(ShareId id, byte[] visitor, Instant at, Instant countedBefore) {
        jdbc.sql("""
                with over as (
                    delete from share_visit
                     where share_id = :id
                       and visitor <> :visitor
                       and counted_at <= :before),
                     counted as (
                    insert into share_visit as visit (share_id, visitor, counted_at)
                    select :id, :visitor, :at
                     where (select count(*) from share_visit where share_id = :id and counted_at > :before) < :most
                        on conflict (share_id, visitor) do update
                            set counted_at = excluded.counted_at
                            where visit.counted_at <= :before
                    returning share_id)
                update share_link
                   set opened = opened + 1, opened_at = :at
                  from counted
                 where share_link.id = counted.share_id
                """)
                .param("id", id.value())
                .param("visitor", visitor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("before", countedBefore.atOffset(ZoneOffset.UTC))
                .param("most", MOST_AT_ONCE)
                .update();
    }
}
