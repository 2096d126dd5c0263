package org.threeshift.core.interview;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;

/** The rows that {@link Tally} counts up, outside of an append. */
@Component
class PostgresTallies {
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
