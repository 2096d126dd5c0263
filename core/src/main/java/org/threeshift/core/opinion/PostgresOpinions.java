package org.threeshift.core.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.opinion.Opinion.Place;
import org.threeshift.core.opinion.Opinion.TrapPlace;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Second opinions: a row each, its levels and judgements in it, because nothing ever asks for one of them alone. */
@Component
class PostgresOpinions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    PostgresOpinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record StoredLevel(String question, String shift, int level) {}

    record StoredTrap(String question, String trap, String judgement) {}

    Optional<Opinion> find(InterviewId interview, PersonId coach) {
        return jdbc.sql("""
                        select coach, levels, traps, verdict, summary, locked_at
                          from second_opinion
                         where interview_id = :interview
                           and coach = :coach
                        """)
                .param("interview", interview.value())
                .param("coach", coach.value())
                .query(PostgresOpinions::opinion)
                .optional();
    }

    /** A draft. One that is locked stays as it is. */
    void save(InterviewId interview, Optional<PersonId> candidate, Opinion draft, Instant at) {
        jdbc.sql("""
                insert into second_opinion (interview_id, coach, candidate, levels, traps, verdict, summary, changed_at)
                values (:interview, :coach, :candidate, cast(:levels as jsonb), cast(:traps as jsonb), :verdict, :summary, :at)
                    on conflict (interview_id, coach) do update
                        set levels     = excluded.levels,
                            traps      = excluded.traps,
                            verdict    = excluded.verdict,
                            summary    = excluded.summary,
                            changed_at = excluded.changed_at
                      where second_opinion.locked_at is null
                """)
                .param("interview", interview.value())
                .param("coach", draft.coach().value())
                .param("candidate", candidate.map(PersonId::value).orElse(null))
                .param("levels", JSON.writeValueAsString(levels(draft)))
                .param("traps", JSON.writeValueAsString(traps(draft)))
                .param("verdict", draft.verdict().map(Enum::name).orElse(null))
                .param("summary", draft.summary())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return false when it was locked before, or is not there */
    boolean lock(InterviewId interview, PersonId coach, Instant at) {
        return jdbc.sql("""
                        update second_opinion
                           set locked_at = :at
                         where interview_id = :interview
                           and coach = :coach
                           and locked_at is null
                        """)
                        .param("interview", interview.value())
                        .param("coach", coach.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static List<StoredLevel> levels(Opinion draft) {
        return draft.levels().entrySet().stream()
                .map(entry -> new StoredLevel(
                        entry.getKey().questionId(),
                        entry.getKey().shift().name(),
                        entry.getValue().key()))
                .toList();
    }

    private static List<StoredTrap> traps(Opinion draft) {
        return draft.traps().entrySet().stream()
                .map(entry -> new StoredTrap(
                        entry.getKey().questionId(),
                        entry.getKey().trapId(),
                        entry.getValue().name()))
                .toList();
    }

    private static Opinion opinion(ResultSet row, int number) throws SQLException {
        Map<Place, Level> levels = new HashMap<>();
        JSON.readValue(row.getString("levels"), new TypeReference<List<StoredLevel>>() {})
                .forEach(one ->
                        levels.put(new Place(one.question(), Shift.valueOf(one.shift())), Level.ofKey(one.level())));
        Map<TrapPlace, TrapJudgement> traps = new HashMap<>();
        JSON.readValue(row.getString("traps"), new TypeReference<List<StoredTrap>>() {})
                .forEach(one ->
                        traps.put(new TrapPlace(one.question(), one.trap()), TrapJudgement.valueOf(one.judgement())));
        return new Opinion(
                new PersonId(row.getObject("coach", UUID.class)),
                levels,
                traps,
                Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
                Objects.requireNonNullElse(row.getString("summary"), ""),
                Optional.ofNullable(row.getObject("locked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
