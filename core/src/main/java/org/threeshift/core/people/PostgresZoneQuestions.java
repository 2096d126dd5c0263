package org.threeshift.core.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresZoneQuestions {
    private final JdbcClient jdbc;

    PostgresZoneQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean unsaid(PersonId person) {
        return jdbc.sql("select zone_unsaid from person where id = :id")
                .param("id", person.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void put(PersonId person, boolean unsaid) {
        jdbc.sql("update person set zone_unsaid = :unsaid where id = :id and zone_unsaid <> :unsaid")
                .param("id", person.value())
                .param("unsaid", unsaid)
                .update();
    }
}
