package org.threeshift.core.interview;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rows that {@link Tally} counts up, outside of an append. */
@Component
class PostgresTallies {
    /** Rows have the interview's id too. */
    private static final JsonMapper STORED = PostgresInterviewLog.ROWS
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;

    PostgresTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Published interviews that lack a row of a shift, or have it by an earlier method. */
    List<InterviewId> lacking(int method, int limit) {
        return jdbc.sql("""
                        select interview.id
                          from interview
                         where interview.phase = 'PUBLISHED'
                           and (select count(*)
                                  from shift_tally
                                 where shift_tally.interview_id = interview.id
                                   and shift_tally.method >= :method) < 3
                         order by interview.id
                         limit :limit
                        """)
                .param("method", method)
                .param("limit", limit)
                .query((row, _) -> new InterviewId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The next published interviews, in the order of their ids. */
    List<InterviewId> published(InterviewId after, int limit) {
        return jdbc.sql("""
                        select id
                          from interview
                         where phase = 'PUBLISHED'
                           and id > :after
                         order by id
                         limit :limit
                        """)
                .param("after", after.value())
                .param("limit", limit)
                .query((row, _) -> new InterviewId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The rows that are there, of those that have any. */
    Map<InterviewId, TallyRows> read(Collection<InterviewId> interviews) {
        Map<InterviewId, TallyRows> found = new HashMap<>();
        jdbc.sql("""
                        select wanted.id,
                               json_build_object(
                                   'shift_tally', (select coalesce(json_agg(row_to_json(shift_tally)), '[]')
                                                     from shift_tally
                                                    where shift_tally.interview_id = wanted.id),
                                   'question_tally', (select coalesce(json_agg(row_to_json(question_tally)), '[]')
                                                        from question_tally
                                                       where question_tally.interview_id = wanted.id),
                                   'trap_tally', (select coalesce(json_agg(row_to_json(trap_tally)), '[]')
                                                    from trap_tally
                                                   where trap_tally.interview_id = wanted.id)) as rows
                          from unnest(cast(:interviews as uuid[])) as wanted (id)
                        """)
                .param(
                        "interviews",
                        interviews.stream().map(id -> id.toString()).toArray(String[]::new))
                .query(row -> {
                    found.put(
                            new InterviewId(row.getObject("id", UUID.class)),
                            STORED.readValue(row.getString("rows"), TallyRows.class));
                });
        return found;
    }

    /**
     * In the place of all that are there.
     *
     * @param seq the last event that is counted; nothing changes when there is one more
     */
    void replace(InterviewId interview, TallyRows rows, long seq) {
        jdbc.sql("select replace_tallies(:interview, :seq, cast(:rows as jsonb))")
                .param("interview", interview.value())
                .param("seq", seq)
                .param("rows", PostgresInterviewLog.ROWS.writeValueAsString(rows))
                .query(String.class)
                .single();
    }

    /** Over rows of an earlier method alone. */
    void write(InterviewId interview, TallyRows rows, int method) {
        jdbc.sql("select tally_interview(:interview, cast(:rows as jsonb), :method)")
                .param("interview", interview.value())
                .param("rows", PostgresInterviewLog.ROWS.writeValueAsString(rows))
                .param("method", method)
                .query(String.class)
                .single();
    }
}
