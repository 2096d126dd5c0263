package org.threeshift.core.preparation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

@Component
class PostgresPrimers {
    private final JdbcClient jdbc;

    PostgresPrimers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The interview for which somebody first prepared: this one, if there was none before it. */
    InterviewId firstOf(PersonId person, InterviewId interview, Instant now) {
        jdbc.sql("""
                insert into primer_shown (person_id, interview_id, at)
                values (:person, :interview, :at)
                    on conflict (person_id) do nothing
                """)
                .param("person", person.value())
                .param("interview", interview.value())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        return new InterviewId(jdbc.sql("select interview_id from primer_shown where person_id = :person")
                .param("person", person.value())
                .query(UUID.class)
                .single());
    }
}
