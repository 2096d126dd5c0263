package org.threeshift.core.export;

import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Person;

/** The person's picture, if they gave one. */
@Component
@Order(4)
final class PostgresOwnPhoto implements ExportPart {
    private final JdbcClient jdbc;

    PostgresOwnPhoto(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<ExportFile> of(Person person) {
        return jdbc
                .sql("""
                select large
                  from person_photo
                 where person_id = :person
                """)
                .param("person", person.id().value())
                .query((row, number) ->
                        ExportFile.bytes("photo.jpg", row.getBytes("large"), Sentences.text("about.photo")))
                .stream();
    }
}
