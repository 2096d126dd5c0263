package org.threeshift.core.reliability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.people.PersonId;

@Component
class PostgresCommitments {
    private final JdbcClient jdbc;

    PostgresCommitments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean add(PersonId person, Commitment commitment, Instant at) {
        return jdbc.sql("""
                        insert into commitment (person_id, commitment_id, at, keeping, recorded_at)
                        values (:person, :commitment, :at, :keeping, :now)
                            on conflict (person_id, commitment_id) do nothing
                        """)
                        .param("person", person.value())
                        .param("commitment", commitment.id())
                        .param("at", commitment.at().atOffset(ZoneOffset.UTC))
                        .param("keeping", commitment.keeping().name())
                        .param("now", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Map<PersonId, List<Commitment>> last(Collection<PersonId> people, int each) {
        Map<PersonId, List<Commitment>> found = new HashMap<>();
        jdbc.sql("""
                select wanted.id as person_id, counted.commitment_id, counted.at, counted.keeping
                  from unnest(cast(:people as uuid[])) as wanted (id)
                 cross join lateral (select commitment_id, at, keeping
                                       from commitment
                                      where commitment.person_id = wanted.id
                                      order by at desc, commitment_id desc
                                      limit :each) as counted
                """).param("people", ids(people)).param("each", each).query(row -> {
            found.computeIfAbsent(person(row), _ -> new ArrayList<>())
                    .add(new Commitment(
                            row.getObject("commitment_id", UUID.class),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            Keeping.valueOf(row.getString("keeping"))));
        });
        return found;
    }

    Map<PersonId, Hold> holds(Collection<PersonId> people) {
        Map<PersonId, Hold> found = new HashMap<>();
        jdbc.sql("""
                select person_id, paused_until, lifted_at
                  from matching_hold
                 where person_id = any (cast(:people as uuid[]))
                """).param("people", ids(people)).query(row -> {
            found.put(person(row), new Hold(instant(row, "paused_until"), instant(row, "lifted_at")));
        });
        return found;
    }

    void pause(PersonId person, Instant until) {
        jdbc.sql("""
                insert into matching_hold (person_id, paused_until)
                values (:person, :until)
                    on conflict (person_id) do update
                   set paused_until = excluded.paused_until
                """)
                .param("person", person.value())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void lift(PersonId person, Instant at) {
        jdbc.sql("""
                insert into matching_hold (person_id, lifted_at)
                values (:person, :at)
                    on conflict (person_id) do update
                   set paused_until = null, lifted_at = excluded.lifted_at
                """)
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Who came says {@link PostgresArrivals#CAME}. Of a candidate who left no trace in one that was held nothing is said, and of whoever
     * has not come to one that goes on not yet. An hour after its time, one over which somebody kept watch, and that has neither begun nor
     * been moved, will not be held. One that was called off late counts for whoever did it.
     */
    int settle(Instant since, Instant now) {
        return PostgresArrivals.with(jdbc.sql("""
                        insert into commitment (person_id, commitment_id, at, keeping, recorded_at)
                        select seated.person_id, interview.id, interview.starts_at,
                               became.keeping, :now
                          from interview
                          join participant as seated on seated.interview_id = interview.id
                          join person on person.id = seated.person_id
                         cross join lateral (select exists (select
                                                              from interview_event as said
                                                             where said.interview_id = interview.id
                                                               and said.type = 'cancelled'
                                                               and said.actor = seated.person_id)
                                                    as theirs) as called_off
                         cross join lateral (select case
                                                        when interview.phase = 'CANCELLED' and interview.no_show is null
                                                            then case when called_off.theirs then 'LATE' end
                                                        when %s then 'KEPT'
                                                        when interview.phase = 'LIVE' then null
                                                        when interview.started_at is not null and seated.seat = 'CANDIDATE' then null
                                                        else 'NO_SHOW'
                                                    end as keeping) as became
                         where became.keeping is not null
                           and interview.phase in ('SCHEDULED', 'LIVE', 'DEBRIEFING', 'PUBLISHED', 'CANCELLED')
                           and interview.starts_at > :since
                           and interview.starts_at <= cast(:now as timestamptz) + make_interval(secs => :late)
                           and not exists (select
                                             from interview_event as agreed
                                            where agreed.interview_id = interview.id
                                              and agreed.type in ('scheduled', 'rescheduled')
                                              and agreed.at >= interview.starts_at - interval '15 minutes')
                           and seated.seat in ('CANDIDATE', 'INTERVIEWER')
                           and not person.guest
                           and (interview.started_at is not null
                                or (interview.phase = 'SCHEDULED'
                                    and interview.starts_at < cast(:now as timestamptz) - make_interval(secs => :given_up)
                                    and exists (select
                                                  from interview_watch as watch
                                                 where watch.interview_id = interview.id
                                                   and watch.watched_at >= interview.starts_at))
                                or interview.no_show is not null
                                or (interview.cancelled_at > interview.starts_at - make_interval(secs => :late)
                                    and not exists (select from evening_meeting where interview_id = interview.id and off)
                                    and not exists (select from commitment where commitment_id = interview.id)))
                            on conflict (person_id, commitment_id) do nothing
                        """.formatted(PostgresArrivals.CAME)), now)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("late", Keeping.LATE_WITHIN.toSeconds())
                .param("given_up", Limits.GIVEN_UP_AFTER.toSeconds())
                .update();
    }

    int removeBefore(Instant moment) {
        return jdbc.sql("delete from commitment where at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static PersonId person(ResultSet row) throws SQLException {
        return new PersonId(row.getObject("person_id", UUID.class));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
