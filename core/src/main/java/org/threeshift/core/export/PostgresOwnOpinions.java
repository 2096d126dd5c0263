package org.threeshift.core.export;

import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Person;

/** The second opinions that somebody gave, and those that coaches gave on their interviews: of the others' none that is a draft. */
@Component
@Order(2)
final class PostgresOwnOpinions implements ExportPart {
    private final JdbcClient jdbc;

    PostgresOwnOpinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<ExportFile> of(Person person) {
        return Stream.of(
                file("second-opinions-you-gave", "opinion.coach = :person", person),
                file(
                        "second-opinions-about-you",
                        "opinion.candidate = :person and opinion.locked_at is not null",
                        person));
    }

    private ExportFile file(String name, String which, Person person) {
        return ExportFile.text(
                name + ".json",
                jdbc.sql("""
                        select jsonb_pretty(coalesce(jsonb_agg(jsonb_build_object(
                                   'coach', coach.name, 'interview', opinion.interview_id, 'lockedAt', opinion.locked_at,
                                   'levels', opinion.levels, 'traps', opinion.traps, 'verdict', opinion.verdict,
                                   'summary', opinion.summary) order by opinion.changed_at), '[]'))
                          from second_opinion as opinion
                          join person as coach on coach.id = opinion.coach
                         where %s
                        """.formatted(which))
                        .param("person", person.id().value())
                        .query(String.class)
                        .single(),
                Sentences.text("about." + name));
    }
}
