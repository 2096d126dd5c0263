package org.threeshift.core.following;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.PostgresSights;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.following.NextSession.Past;

/** What somebody was asked before, as far as a coach may see it. One query each. */
@Component
class PostgresHistory {
    private final JdbcClient jdbc;

    PostgresHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last time that each question of a bank was asked, by its id. */
    Map<String, Past> asked(List<Sight> sights, String bankId) {
        Map<String, Past> asked = new HashMap<>();
        PostgresSights.with(jdbc, """
                select distinct on (question_tally.question_id)
                       question_tally.question_id, interview.started_at, question_tally.mean,
                       exists (select
                                 from trap_tally
                                where trap_tally.interview_id = interview.id
                                  and trap_tally.question_id = question_tally.question_id
                                  and trap_tally.outcome = 'FELL') as trap_held
                  from %s
                  join interview on interview.candidate = wanted.person
                                and interview.phase = 'PUBLISHED'
                                and wanted.seen @> interview.started_at
                  join question_tally on question_tally.interview_id = interview.id
                 where interview.bank_id = :bank
                 order by question_tally.question_id, interview.started_at desc
                """, sights).param("bank", bankId).query(row -> {
            double mean = row.getDouble("mean");
            Optional<Double> observed = row.wasNull() ? Optional.empty() : Optional.of(mean);
            asked.put(
                    row.getString("question_id"),
                    new Past(
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            observed,
                            row.getBoolean("trap_held")));
        });
        return asked;
    }

    /** When each round of a bank was last held, by its id. */
    Map<String, Instant> rounds(List<Sight> sights, String bankId) {
        Map<String, Instant> rounds = new HashMap<>();
        PostgresSights.with(jdbc, """
                select interview.round_id, max(interview.started_at) as last_held
                  from %s
                  join interview on interview.candidate = wanted.person
                                and interview.phase = 'PUBLISHED'
                                and wanted.seen @> interview.started_at
                 where interview.bank_id = :bank
                 group by interview.round_id
                """, sights).param("bank", bankId).query(row -> {
            rounds.put(
                    row.getString("round_id"),
                    row.getObject("last_held", OffsetDateTime.class).toInstant());
        });
        return rounds;
    }
}
