package org.threeshift.core.interviewing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interviewing.Compared.Given;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

@Component
final class PostgresInterviewingStore implements InterviewingStore {
    private final JdbcClient jdbc;

    PostgresInterviewingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row a kind, and one for all of them. */
    private record Row(String kind, int held, int recent, int candidates) {}

    @Override
    public Interviewing.Held held(PersonId person, Instant since) {
        List<Row> rows = jdbc.sql("""
                        select coalesce(interview.kind, 'ALL') as kind,
                               count(*) as held,
                               count(*) filter (where interview.started_at >= :since) as recent,
                               count(distinct interview.candidate) as candidates
                          from participant
                          join interview on interview.id = participant.interview_id
                         where participant.person_id = :person
                           and participant.seat = 'INTERVIEWER'
                           and interview.phase in ('DEBRIEFING', 'PUBLISHED')
                         group by grouping sets ((interview.kind), ())
                        """)
                .param("person", person.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        row.getString("kind"), row.getInt("held"), row.getInt("recent"), row.getInt("candidates")))
                .list();
        Map<Kind, Integer> byKind = new EnumMap<>(Kind.class);
        Row all = new Row("ALL", 0, 0, 0);
        for (Row row : rows) {
            if (row.kind().equals("ALL")) {
                all = row;
            } else {
                byKind.put(Kind.valueOf(row.kind()), row.held());
            }
        }
        return new Interviewing.Held(all.held(), all.recent(), all.candidates(), byKind);
    }

    @Override
    public List<Interviewing.Spread> spread(PersonId person) {
        Map<Shift, Map<Level, Integer>> counts = new EnumMap<>(Shift.class);
        jdbc.sql("""
                        select shift, coalesce(level, 0) as level, count(*) as given
                          from counting_rating
                         where interviewer = :person
                         group by shift, level
                        """).param("person", person.value()).query(row -> {
            counts.computeIfAbsent(Shift.valueOf(row.getString("shift")), _ -> new EnumMap<>(Level.class))
                    .put(Level.ofKey(row.getInt("level")), row.getInt("given"));
        });
        return Arrays.stream(Shift.values())
                .map(shift -> new Interviewing.Spread(shift, counts.getOrDefault(shift, Map.of())))
                .toList();
    }

    @Override
    public List<Given> shared(PersonId person, int interviews) {
        return jdbc.sql("""
                        select rating.interview_id, rating.question_id, rating.shift, rating.interviewer, rating.level
                          from (select interview.id
                                  from participant
                                  join interview on interview.id = participant.interview_id
                                 where participant.person_id = :person
                                   and participant.seat = 'INTERVIEWER'
                                   and interview.phase = 'PUBLISHED'
                                   and not exists (select
                                                     from results_kept
                                                    where results_kept.interview_id = interview.id)
                                   and exists (select
                                                 from participant as other
                                                where other.interview_id = interview.id
                                                  and other.seat = 'INTERVIEWER'
                                                  and other.person_id <> :person)
                                 order by interview.published_at desc, interview.id desc
                                 limit :interviews) as latest
                          join counting_rating as rating on rating.interview_id = latest.id
                         where rating.level is not null
                        """)
                .param("person", person.value())
                .param("interviews", interviews)
                .query((row, number) -> new Given(
                        row.getString("interview_id"),
                        row.getString("question_id"),
                        Shift.valueOf(row.getString("shift")),
                        new PersonId(row.getObject("interviewer", UUID.class)),
                        row.getInt("level")))
                .list();
    }
}
