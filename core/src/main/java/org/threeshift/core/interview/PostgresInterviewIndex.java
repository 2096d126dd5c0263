package org.threeshift.core.interview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.PersonId;

/** The lists, from the rows that every append keeps up to date. */
@Component
final class PostgresInterviewIndex implements InterviewIndex {
    /** An interviewer learns that the candidate has scored themselves only once their own sheet is locked. */
    private static final String ENTRIES = """
            select interview.id, interview.phase, interview.kind, interview.host, interview.candidate, interview.invitee,
                   interview.title, interview.minutes, interview.starts_at, interview.zone, interview.published_at,
                   interview.no_show, participant.seat, participant.person_id,
                   sheet.locked_at is not null as sheet_locked,
                   (participant.seat = 'CANDIDATE' or sheet.locked_at is not null)
                   and exists (select from self_rating where self_rating.interview_id = interview.id) as self_scored,
                   case
                       when interview.phase = 'DEBRIEFING'
                           and participant.seat = 'INTERVIEWER'
                           and sheet.locked_at is null
                           and not exists (select
                                             from interview_event
                                            where interview_event.interview_id = interview.id
                                              and interview_event.type = 'scoring-closed')
                           then interview.finished_at
                   end as owed_since
              from participant
              join interview on interview.id = participant.interview_id
              left join sheet on sheet.interview_id = interview.id and sheet.interviewer = participant.person_id
            """;

    private final JdbcClient jdbc;

    PostgresInterviewIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> upcoming(PersonId person) {
        return jdbc.sql(ENTRIES + """
                 where participant.person_id = :person
                   and interview.phase in ('SCHEDULED', 'LIVE')
                 order by interview.starts_at, interview.id
                """)
                .param("person", person.value())
                .query(PostgresInterviewIndex::entry)
                .list();
    }

    @Override
    public List<Entry> debriefing(PersonId person) {
        return jdbc.sql(ENTRIES + """
                 where participant.person_id = :person
                   and interview.phase = 'DEBRIEFING'
                 order by interview.finished_at, interview.id
                """)
                .param("person", person.value())
                .query(PostgresInterviewIndex::entry)
                .list();
    }

    @Override
    public int owed(PersonId person) {
        return jdbc.sql("""
                        select count(*)
                          from sheet
                          join interview on interview.id = sheet.interview_id
                          join participant on participant.interview_id = sheet.interview_id
                                          and participant.person_id = sheet.interviewer
                         where sheet.interviewer = :person
                           and sheet.locked_at is null
                           and interview.phase = 'DEBRIEFING'
                           and participant.seat = 'INTERVIEWER'
                           and not exists (select
                                             from interview_event
                                            where interview_event.interview_id = interview.id
                                              and interview_event.type = 'scoring-closed')
                        """)
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Entry> published(PersonId person, Seat seat, int limit) {
        return jdbc.sql(ENTRIES + """
                 where participant.person_id = :person
                   and participant.seat = :seat
                   and interview.phase = 'PUBLISHED'
                 order by interview.published_at desc, interview.id desc
                 limit :limit
                """)
                .param("person", person.value())
                .param("seat", seat.name())
                .param("limit", limit)
                .query(PostgresInterviewIndex::entry)
                .list();
    }

    @Override
    public List<Entry> watched(PersonId person, int limit) {
        return jdbc.sql(ENTRIES + """
                 where participant.person_id = :person
                   and participant.seat in ('SHADOW', 'OBSERVER')
                   and interview.phase = 'PUBLISHED'
                 order by interview.published_at desc, interview.id desc
                 limit :limit
                """)
                .param("person", person.value())
                .param("limit", limit)
                .query(PostgresInterviewIndex::entry)
                .list();
    }

    @Override
    public List<Entry> cancelled(PersonId person, int limit) {
        return jdbc.sql(ENTRIES + """
                 where participant.person_id = :person
                   and interview.phase = 'CANCELLED'
                 order by interview.cancelled_at desc, interview.id desc
                 limit :limit
                """)
                .param("person", person.value())
                .param("limit", limit)
                .query(PostgresInterviewIndex::entry)
                .list();
    }

    @Override
    public List<Entry> all(PersonId person, Optional<InterviewId> before, int limit) {
        return jdbc.sql(ENTRIES + """
                 where participant.person_id = :person
                   and (cast(:before as uuid) is null or participant.interview_id < cast(:before as uuid))
                 order by participant.interview_id desc
                 limit :limit
                """)
                .param("person", person.value())
                .param("before", before.map(InterviewId::toString).orElse(null))
                .param("limit", limit)
                .query(PostgresInterviewIndex::entry)
                .list();
    }

    @Override
    public List<LastPosed> lastPosed(Set<PersonId> candidates, Set<String> bankIds) {
        return jdbc.sql("""
                        select participant.person_id, interview.bank_id,
                               interview_event.payload ->> 'questionId' as question_id, max(interview_event.at) as last_posed
                          from participant
                          join interview on interview.id = participant.interview_id
                          join interview_event on interview_event.interview_id = participant.interview_id
                         where participant.person_id = any(cast(:candidates as uuid[]))
                           and participant.seat = 'CANDIDATE'
                           and interview.bank_id = any(:banks)
                           and interview_event.type = 'question-posed'
                         group by participant.person_id, interview.bank_id, interview_event.payload ->> 'questionId'
                        """)
                .param("candidates", candidates.stream().map(PersonId::toString).toArray(String[]::new))
                .param("banks", bankIds.toArray(String[]::new))
                .query((row, number) -> new LastPosed(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("bank_id"),
                        row.getString("question_id"),
                        row.getObject("last_posed", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        PersonId host = new PersonId(row.getObject("host", UUID.class));
        return new Entry(
                new InterviewId(row.getObject("id", UUID.class)),
                Phase.valueOf(row.getString("phase")),
                Kind.valueOf(row.getString("kind")),
                Seat.valueOf(row.getString("seat")),
                host.value().equals(row.getObject("person_id", UUID.class)),
                host,
                Optional.ofNullable(row.getObject("candidate", UUID.class)).map(PersonId::new),
                row.getString("invitee"),
                row.getString("title"),
                row.getInt("minutes"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("zone")),
                Optional.ofNullable(row.getObject("published_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("sheet_locked"),
                row.getBoolean("self_scored"),
                Optional.ofNullable(row.getString("no_show")).map(Absent::valueOf),
                Optional.ofNullable(row.getObject("owed_since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
