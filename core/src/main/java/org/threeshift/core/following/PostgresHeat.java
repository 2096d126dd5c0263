package org.threeshift.core.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.PostgresSights;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.following.HeatMap.Cell;
import org.threeshift.core.people.PersonId;

/** Questions and traps of published interviews, each candidate's counted together. One query each. */
@Component
class PostgresHeat {
    private final JdbcClient jdbc;

    PostgresHeat(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param trapId empty for the question itself */
    record Place(String bankId, int bankVersion, String questionId, String trapId) {}

    Map<Place, Map<PersonId, Cell>> questions(List<Sight> sights) {
        Map<Place, Map<PersonId, Cell>> cells = new HashMap<>();
        PostgresSights.with(jdbc, """
                select wanted.person, interview.bank_id, interview.bank_version, question_tally.question_id, '' as trap_id,
                       avg(question_tally.mean) as mean, count(*) as scorecards
                  from %s
                  join interview on interview.candidate = wanted.person
                                and interview.phase = 'PUBLISHED'
                                and wanted.seen @> interview.started_at
                  join question_tally on question_tally.interview_id = interview.id
                 where question_tally.mean is not null
                 group by wanted.person, interview.bank_id, interview.bank_version, question_tally.question_id
                """, sights).query(row -> {
            put(cells, row, new HeatMap.Asked(row.getDouble("mean"), row.getInt("scorecards")));
        });
        return cells;
    }

    Map<Place, Map<PersonId, Cell>> traps(List<Sight> sights) {
        Map<Place, Map<PersonId, Cell>> cells = new HashMap<>();
        PostgresSights.with(jdbc, """
                select wanted.person, interview.bank_id, interview.bank_version, trap_tally.question_id, trap_tally.trap_id,
                       count(*) filter (where trap_tally.outcome = 'AVOIDED') as avoided,
                       count(*) filter (where trap_tally.outcome = 'RECOVERED') as recovered,
                       count(*) filter (where trap_tally.outcome = 'FELL') as fell
                  from %s
                  join interview on interview.candidate = wanted.person
                                and interview.phase = 'PUBLISHED'
                                and wanted.seen @> interview.started_at
                  join trap_tally on trap_tally.interview_id = interview.id
                 group by wanted.person, interview.bank_id, interview.bank_version, trap_tally.question_id,
                          trap_tally.trap_id
                """, sights).query(row -> {
            put(cells, row, new HeatMap.Set(row.getInt("avoided"), row.getInt("recovered"), row.getInt("fell")));
        });
        return cells;
    }

    private static void put(Map<Place, Map<PersonId, Cell>> cells, ResultSet row, Cell cell) throws SQLException {
        var place = new Place(
                row.getString("bank_id"),
                row.getInt("bank_version"),
                row.getString("question_id"),
                row.getString("trap_id"));
        cells.computeIfAbsent(place, _ -> new HashMap<>()).put(new PersonId(row.getObject("person", UUID.class)), cell);
    }
}
