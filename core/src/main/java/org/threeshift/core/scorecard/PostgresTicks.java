package org.threeshift.core.scorecard;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;

/** Where it is kept what of their plans candidates have done. */
@Component
final class PostgresTicks {
    private final JdbcClient jdbc;

    PostgresTicks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all these interviews at once, in the order in which they were ticked. */
    List<Tick> of(Collection<InterviewId> interviews) {
        return jdbc.sql("""
                select interview_id, item, at
                  from practice_tick
                 where interview_id = any (:interviews)
                 order by at, item
                """)
                .param("interviews", interviews.stream().map(InterviewId::value).toArray(UUID[]::new))
                .query((row, number) -> new Tick(
                        new InterviewId(row.getObject("interview_id", UUID.class)),
                        row.getString("item"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The first moment stays when it is there already. */
    void put(Tick tick) {
        jdbc.sql("""
                insert into practice_tick (interview_id, item, at)
                values (:interview, :item, :at)
                on conflict (interview_id, item) do nothing
                """)
                .param("interview", tick.interview().value())
                .param("item", tick.item())
                .param("at", tick.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes it away, if it is there. */
    void remove(InterviewId interview, String item) {
        jdbc.sql("""
                delete from practice_tick
                 where interview_id = :interview
                   and item = :item
                """).param("interview", interview.value()).param("item", item).update();
    }
}
