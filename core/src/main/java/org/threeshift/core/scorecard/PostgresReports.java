package org.threeshift.core.scorecard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.PostgresSights;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Standings.Head;
import org.threeshift.core.scorecard.Standings.Rated;

@Component
final class PostgresReports implements Reports {
    private final JdbcClient jdbc;

    PostgresReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<InterviewId> before(InterviewId interview, Instant publishedAt, List<Sight> sights) {
        return PostgresSights.with(jdbc, """
                        select interview.id
                          from %s
                          join interview on interview.candidate = wanted.person
                                        and interview.phase = 'PUBLISHED'
                                        and wanted.seen @> interview.started_at
                         where (interview.published_at, interview.id) < (:published_at, :interview)
                         order by interview.published_at desc, interview.id desc
                         limit 1
                        """, sights)
                .param("published_at", publishedAt.atOffset(ZoneOffset.UTC))
                .param("interview", interview.value())
                .query(UUID.class)
                .optional()
                .map(InterviewId::new);
    }

    @Override
    public Optional<InterviewId> heldBefore(
            InterviewId interview, Instant publishedAt, PersonId candidate, PersonId interviewer) {
        return jdbc.sql("""
                        select interview.id
                          from interview
                          join participant on participant.interview_id = interview.id
                                          and participant.person_id = :interviewer
                                          and participant.seat = 'INTERVIEWER'
                         where interview.candidate = :candidate
                           and interview.phase = 'PUBLISHED'
                           and (interview.published_at, interview.id) < (:published_at, :interview)
                           and not exists (select from results_kept where results_kept.interview_id = interview.id)
                         order by interview.published_at desc, interview.id desc
                         limit 1
                        """)
                .param("interviewer", interviewer.value())
                .param("candidate", candidate.value())
                .param("published_at", publishedAt.atOffset(ZoneOffset.UTC))
                .param("interview", interview.value())
                .query(UUID.class)
                .optional()
                .map(InterviewId::new);
    }

    @Override
    public List<Standing> latest(List<Sight> sights, int each) {
        Map<Head, Map<Shift, Score>> counted = new LinkedHashMap<>();
        PostgresSights.with(jdbc, """
                        select head.id, wanted.person as candidate, head.title, head.started_at, head.published_at, %s
                          from %%s
                         cross join lateral (select id, title, started_at, published_at
                                               from interview
                                              where interview.candidate = wanted.person
                                                and interview.phase = 'PUBLISHED'
                                                and wanted.seen @> interview.started_at
                                              order by interview.published_at desc, interview.id desc
                                              limit :depth) as head
                          left join shift_tally on shift_tally.interview_id = head.id
                         order by head.published_at desc, head.id desc
                        """.formatted(PostgresScore.COLUMNS), sights)
                .param("depth", each + 1)
                .query(row -> {
                    count(row, counted);
                });
        return Standings.chained(standings(counted, uncounted(counted, Optional.empty())), each);
    }

    @Override
    public List<InterviewId> upTo(Instant published, List<Sight> sights, int limit) {
        return PostgresSights.with(jdbc, """
                        select interview.id
                          from %s
                          join interview on interview.candidate = wanted.person
                                        and interview.phase = 'PUBLISHED'
                                        and wanted.seen @> interview.started_at
                         where interview.published_at <= :published_at
                         order by interview.published_at desc, interview.id desc
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
        PostgresSights.with(jdbc, """
                        select wanted.person, count(*) as scorecards
                          from %s
                          join interview on interview.candidate = wanted.person
                                        and interview.phase = 'PUBLISHED'
                                        and wanted.seen @> interview.started_at
                         group by wanted.person
                        """, sights).query(row -> {
            counts.put(new PersonId(row.getObject("person", UUID.class)), row.getInt("scorecards"));
        });
        return counts;
    }

    @Override
    public List<Standing> heldBy(PersonId interviewer, int limit) {
        Map<Head, Map<Shift, Score>> counted = new LinkedHashMap<>();
        Map<Head, Map<Shift, Score>> kept = new LinkedHashMap<>();
        jdbc.sql("""
                        select head.id, head.candidate, head.title, head.started_at, head.published_at,
                               results_kept.interview_id is not null as kept, %s
                          from (select interview.id, interview.candidate, interview.title, interview.started_at,
                                       interview.published_at
                                  from participant
                                  join interview on interview.id = participant.interview_id
                                 where participant.person_id = :interviewer
                                   and participant.seat = 'INTERVIEWER'
                                   and interview.phase = 'PUBLISHED'
                                   and interview.candidate is not null
                                 order by interview.published_at desc, interview.id desc
                                 limit :limit) as head
                          left join results_kept on results_kept.interview_id = head.id
                          left join shift_tally on shift_tally.interview_id = head.id
                                               and results_kept.interview_id is null
                         order by head.published_at desc, head.id desc
                        """.formatted(PostgresScore.COLUMNS))
                .param("interviewer", interviewer.value())
                .param("limit", limit)
                .query(row -> {
                    if (row.getBoolean("kept")) {
                        kept.put(head(row), Map.of());
                    }
                    count(row, counted);
                });
        Map<Head, Map<Shift, Score>> others = new LinkedHashMap<>(counted);
        others.keySet().removeAll(kept.keySet());
        Map<InterviewId, List<Rated>> rated = new HashMap<>(uncounted(others, Optional.empty()));
        rated.putAll(uncounted(kept, Optional.of(interviewer)));
        return standings(counted, rated);
    }

    private static void count(ResultSet row, Map<Head, Map<Shift, Score>> counted) throws SQLException {
        Map<Shift, Score> scores = counted.computeIfAbsent(head(row), _ -> new EnumMap<>(Shift.class));
        String shift = row.getString("shift");
        if (shift != null) {
            scores.put(Shift.valueOf(shift), PostgresScore.of(row));
        }
    }

    /** The levels of those that have not been counted up, which is for a moment after an upgrade or never. */
    private Map<InterviewId, List<Rated>> uncounted(
            Map<Head, Map<Shift, Score>> counted, Optional<PersonId> interviewer) {
        List<Head> wanted = counted.entrySet().stream()
                .filter(entry -> !whole(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        Map<InterviewId, List<Rated>> rated = new HashMap<>();
        if (!wanted.isEmpty()) {
            jdbc.sql("""
                            select interview_id, interviewer, question_id, shift, level
                              from counting_rating
                             where interview_id = any (:interviews)
                               and (cast(:interviewer as uuid) is null or interviewer = :interviewer)
                             order by interview_id, question_id, interviewer
                            """)
                    .param(
                            "interviews",
                            wanted.stream()
                                    .map(head -> head.interview().value())
                                    .toArray(UUID[]::new))
                    .param("interviewer", interviewer.map(PersonId::value).orElse(null))
                    .query(row -> {
                        rated.computeIfAbsent(
                                        new InterviewId(row.getObject("interview_id", UUID.class)),
                                        _ -> new ArrayList<>())
                                .add(new Rated(Shift.valueOf(row.getString("shift")), mark(row)));
                    });
        }
        return rated;
    }

    private static List<Standing> standings(Map<Head, Map<Shift, Score>> counted, Map<InterviewId, List<Rated>> rated) {
        return counted.entrySet().stream()
                .map(entry -> entry.getKey()
                        .standing(
                                whole(entry.getValue())
                                        ? entry.getValue()
                                        : Standings.scores(rated.getOrDefault(
                                                entry.getKey().interview(), List.of()))))
                .toList();
    }

    private static boolean whole(Map<Shift, Score> scores) {
        return scores.size() == Shift.values().length;
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                new InterviewId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("candidate", UUID.class)),
                row.getString("title"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    private static Mark mark(ResultSet row) throws SQLException {
        int level = row.getInt("level");
        return new Mark(
                row.getString("question_id"),
                new PersonId(row.getObject("interviewer", UUID.class)),
                row.wasNull() ? Level.NOT_OBSERVED : Level.ofKey(level));
    }
}
