package org.threeshift.core.scorecard;

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
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Standings.Head;
import org.threeshift.core.scorecard.Standings.Rated;
import org.threeshift.core.scorecard.Standings.Row;

@Component
final class PostgresReports implements Reports {
    private final JdbcClient jdbc;

    PostgresReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<InterviewId> before(InterviewId interview, PersonId candidate, Instant publishedAt) {
        return jdbc.sql("""
                        select id
                          from interview
                         where candidate = :candidate
                           and phase = 'PUBLISHED'
                           and (published_at, id) < (:published_at, :interview)
                         order by published_at desc, id desc
                         limit 1
                        """)
                .param("candidate", candidate.value())
                .param("published_at", publishedAt.atOffset(ZoneOffset.UTC))
                .param("interview", interview.value())
                .query(UUID.class)
                .optional()
                .map(InterviewId::new);
    }

    @Override
    public List<Standing> latest(List<PersonId> candidates, int each) {
        UUID[] ids = candidates.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
        List<Row> rows = jdbc.sql("""
                        select head.id, head.candidate, head.title, head.published_at,
                               rating.interviewer, rating.question_id, rating.shift, rating.level
                          from (select id, candidate, title, published_at,
                                       row_number() over (partition by candidate
                                                              order by published_at desc, id desc) as age
                                  from interview
                                 where candidate = any (:candidates)
                                   and phase = 'PUBLISHED') as head
                          left join counting_rating as rating on rating.interview_id = head.id
                         where head.age <= :depth
                         order by head.published_at desc, head.id desc, rating.question_id, rating.interviewer
                        """)
                .param("candidates", ids)
                .param("depth", each + 1)
                .query(PostgresReports::row)
                .list();
        return Standings.of(rows, each);
    }

    @Override
    public List<Standing> heldBy(PersonId interviewer, int limit) {
        List<Row> rows = jdbc.sql("""
                        select head.id, head.candidate, head.title, head.published_at,
                               rating.interviewer, rating.question_id, rating.shift, rating.level
                          from (select interview.id, interview.candidate, interview.title, interview.published_at
                                  from participant
                                  join interview on interview.id = participant.interview_id
                                 where participant.person_id = :interviewer
                                   and participant.seat = 'INTERVIEWER'
                                   and interview.phase = 'PUBLISHED'
                                   and interview.candidate is not null
                                 order by interview.published_at desc, interview.id desc
                                 limit :limit) as head
                          left join counting_rating as rating on rating.interview_id = head.id
                         order by head.published_at desc, head.id desc, rating.question_id, rating.interviewer
                        """)
                .param("interviewer", interviewer.value())
                .param("limit", limit)
                .query(PostgresReports::row)
                .list();
        return Standings.alone(rows);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var head = new Head(
                new InterviewId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("candidate", UUID.class)),
                row.getString("title"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
        String shift = row.getString("shift");
        return new Row(
                head, shift == null ? Optional.empty() : Optional.of(new Rated(Shift.valueOf(shift), mark(row))));
    }

    private static Mark mark(ResultSet row) throws SQLException {
        int level = row.getInt("level");
        return new Mark(
                row.getString("question_id"),
                new PersonId(row.getObject("interviewer", UUID.class)),
                row.wasNull() ? Level.NOT_OBSERVED : Level.ofKey(level));
    }
}
