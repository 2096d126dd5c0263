package org.threeshift.core.pairs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.exchange.SecondHalfRounds;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.model.PairId;

/** What was chosen for second halves beforehand, beside their pairs. */
@Component
class PostgresChosenRounds implements SecondHalfRounds {
    private final JdbcClient jdbc;

    PostgresChosenRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<InterviewId, Chosen> of(Collection<InterviewId> firstHalves) {
        Map<InterviewId, Chosen> found = new HashMap<>();
        jdbc.sql("""
                select first_id, second_bank, second_round
                  from pair
                 where first_id = any (cast(:firsts as uuid[]))
                   and second_bank is not null
                """)
                .param("firsts", firstHalves.stream().map(InterviewId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            new InterviewId(row.getObject("first_id", UUID.class)),
                            new Chosen(row.getString("second_bank"), row.getString("second_round")));
                });
        return found;
    }

    void choose(PairId id, Chosen chosen) {
        jdbc.sql("update pair set second_bank = :bank, second_round = :round where id = :id")
                .param("id", id.value())
                .param("bank", chosen.bankId())
                .param("round", chosen.roundId())
                .update();
    }
}
