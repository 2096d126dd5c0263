package org.threeshift.core.consent;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresConsentStore implements ConsentStore {
    private final JdbcClient jdbc;

    PostgresConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(PersonId person, Consent consent) {
        jdbc.sql("""
                insert into consent (person_id, subject, version, at)
                values (:person, :subject, :version, :at)
                """)
                .param("person", person.value())
                .param("subject", consent.subject().name())
                .param("version", consent.version())
                .param("at", consent.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<Consent> of(PersonId person) {
        return jdbc.sql("""
                select subject, version, at
                  from consent
                 where person_id = :person
                 order by number
                """)
                .param("person", person.value())
                .query((row, number) -> new Consent(
                        Subject.valueOf(row.getString("subject")),
                        row.getInt("version"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
