package org.threeshift.core.overdue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.evening.EveningId;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.overdue.Overdue.Seated;
import org.threeshift.core.people.PersonId;

@Component
class PostgresOverdue {
    private final JdbcClient jdbc;

    PostgresOverdue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those that were to begin at that moment or before and have not, over which somebody kept watch. What was set up or moved less than
     * a quarter of an hour before its time was not agreed on beforehand and binds nobody. Whoever sits in another interview at that time, or has until
     * just now, is not away but held up: their meeting waits.
     */
    List<Overdue> startedBy(Instant moment) {
        List<Overdue> bare = jdbc.sql("""
                select interview.id, interview.title, interview.starts_at, interview.host, interview.kind, meeting.evening_id,
                       not exists (select
                                     from interview_event as agreed
                                    where agreed.interview_id = interview.id
                                      and agreed.type in ('scheduled', 'rescheduled')
                                      and agreed.at >= interview.starts_at - interval '15 minutes') as binding,
                       exists (select
                                 from presence as seen
                                 join participant as seated on seated.interview_id = seen.interview_id
                                                           and seated.person_id = seen.person_id
                                where seen.interview_id = interview.id
                                  and seated.seat in ('CANDIDATE', 'INTERVIEWER')
                                  and seen.left_at is null
                                  and seen.seen_at > now() - interval '1 minute') as open
                  from interview_watch as watch
                  join interview on interview.id = watch.interview_id
                  left join evening_meeting as meeting on meeting.interview_id = interview.id and not meeting.off
                 where watch.watched_at >= interview.starts_at
                   and interview.phase = 'SCHEDULED'
                   and interview.starts_at <= :by
                   and interview.starts_at > cast(:by as timestamptz) - interval '4 hours'
                   and not exists (select from booking where booking.interview_id = interview.id)
                   and not exists (select from pair where pair.first_id = interview.id)
                   and not exists (select
                                     from participant as seated
                                     join participant as elsewhere on elsewhere.person_id = seated.person_id
                                                                  and elsewhere.interview_id <> seated.interview_id
                                                                  and elsewhere.seat in ('CANDIDATE', 'INTERVIEWER')
                                     join interview as other on other.id = elsewhere.interview_id
                                    where seated.interview_id = interview.id
                                      and seated.seat in ('CANDIDATE', 'INTERVIEWER')
                                      and ((other.phase = 'LIVE' and other.started_at > cast(:by as timestamptz) - interval '4 hours')
                                           or other.finished_at > :by))
                 order by interview.starts_at, interview.id
                """)
                .param("by", moment.atOffset(ZoneOffset.UTC))
                .query(PostgresOverdue::overdue)
                .list();
        Map<InterviewId, List<Seated>> seated = seated(bare);
        return bare.stream()
                .map(one -> new Overdue(
                        one.interview(),
                        one.round(),
                        one.startsAt(),
                        one.host(),
                        one.peer(),
                        one.evening(),
                        one.binding(),
                        one.open(),
                        seated.getOrDefault(one.interview(), List.of())))
                .toList();
    }

    private Map<InterviewId, List<Seated>> seated(List<Overdue> all) {
        Map<InterviewId, List<Seated>> found = new HashMap<>();
        jdbc.sql("""
                select seated.interview_id, seated.person_id, seated.seat = 'CANDIDATE' as candidate, person.guest
                  from participant as seated
                  join person on person.id = seated.person_id
                 where seated.interview_id = any (cast(:interviews as uuid[]))
                   and seated.seat in ('CANDIDATE', 'INTERVIEWER')
                """)
                .param(
                        "interviews",
                        all.stream().map(one -> one.interview().value()).toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(
                                    new InterviewId(row.getObject("interview_id", UUID.class)), _ -> new ArrayList<>())
                            .add(new Seated(
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    row.getBoolean("candidate"),
                                    row.getBoolean("guest")));
                });
        return found;
    }

    private static Overdue overdue(ResultSet row, int number) throws SQLException {
        return new Overdue(
                new InterviewId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getObject("host", UUID.class)),
                row.getString("kind").equals("PEER"),
                Optional.ofNullable(row.getObject("evening_id", UUID.class)).map(EveningId::new),
                row.getBoolean("binding"),
                row.getBoolean("open"),
                List.of());
    }
}
