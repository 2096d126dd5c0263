package org.threeshift.core.scorecard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Standings.Head;
import org.threeshift.core.scorecard.Standings.Rated;
import org.threeshift.core.scorecard.Standings.Row;

@Component
final class PostgresReports implements Reports {
    /** One of the times in which the viewer may see a candidate's interviews covers this one. */
    private static final String SEEN = """
            interview.candidate = any (:people)
            and interview.phase = 'PUBLISHED'
            and exists (select
                          from unnest(cast(:people as uuid[]), cast(:froms as timestamptz[]), cast(:untils as timestamptz[]))
                            as sight (person, seen_from, seen_until)
                         where sight.person = interview.candidate
                           and interview.started_at >= sight.seen_from
                           and interview.started_at < sight.seen_until)
            """;

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
    public List<Standing> latest(List<Sight> sights, int each) {
        List<Row> rows = seen("""
                        select head.id, head.candidate, head.title, head.started_at, head.published_at,
                               rating.interviewer, rating.question_id, rating.shift, rating.level
                          from (select id, candidate, title, started_at, published_at,
                                       row_number() over (partition by candidate
                                                              order by published_at desc, id desc) as age
                                  from interview
                                 where %s) as head
                          left join counting_rating as rating on rating.interview_id = head.id
                         where head.age <= :depth
                         order by head.published_at desc, head.id desc, rating.question_id, rating.interviewer
                        """, sights)
                .param("depth", each + 1)
                .query(PostgresReports::row)
                .list();
        return Standings.of(rows, each);
    }

    @Override
    public List<InterviewId> upTo(Instant published, List<Sight> sights, int limit) {
        return seen("""
                        select id
                          from interview
                         where %s
                           and published_at <= :published_at
                         order by published_at desc, id desc
                         limit :limit
                        """, sights)
                .param("published_at", published.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new InterviewId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public Map<PersonId, Integer> counts(List<Sight> sights) {
        Map<PersonId, Integer> counts = new HashMap<>();
        seen("""
                        select candidate, count(*) as scorecards
                          from interview
                         where %s
                         group by candidate
                        """, sights).query(row -> {
            counts.put(new PersonId(row.getObject("candidate", UUID.class)), row.getInt("scorecards"));
        });
        return counts;
    }

    private JdbcClient.StatementSpec seen(String sql, List<Sight> sights) {
        return jdbc.sql(sql.formatted(SEEN))
                .param(
                        "people",
                        sights.stream().map(sight -> sight.person().value()).toArray(UUID[]::new))
                .param(
                        "froms",
                        sights.stream().map(sight -> sight.from().toString()).toArray(String[]::new))
                .param(
                        "untils",
                        sights.stream()
                                .map(sight ->
                                        sight.until().map(Instant::toString).orElse("infinity"))
                                .toArray(String[]::new));
    }

    @Override
    public List<Standing> heldBy(PersonId interviewer, int limit) {
        List<Row> rows = jdbc.sql("""
                        select head.id, head.candidate, head.title, head.started_at, head.published_at,
                               rating.interviewer, rating.question_id, rating.shift, rating.level
                          from (select interview.id, interview.candidate, interview.title,
                                       interview.started_at, interview.published_at
                                  from participant
                                  join interview on interview.id = participant.interview_id
                                 where participant.person_id = :interviewer
                                   and participant.seat = 'INTERVIEWER'
                                   and interview.phase = 'PUBLISHED'
                                   and interview.candidate is not null
                                 order by interview.published_at desc, interview.id desc
                                 limit :limit) as head
                          left join results_kept on results_kept.interview_id = head.id
                          left join counting_rating as rating
                            on rating.interview_id = head.id
                           and (results_kept.interview_id is null or rating.interviewer = :interviewer)
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
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
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
