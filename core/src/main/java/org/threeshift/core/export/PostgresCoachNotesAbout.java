package org.threeshift.core.export;

import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Person;
import org.threeshift.core.settings.Settings;

/** What coaches noted about somebody, where the installation says that it is part of their export. */
@Component
@Order(2)
final class PostgresCoachNotesAbout implements ExportPart {
    private final JdbcClient jdbc;
    private final Settings settings;

    PostgresCoachNotesAbout(JdbcClient jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public Stream<ExportFile> of(Person person) {
        if (!settings.current().coachNotesInExports()) {
            return Stream.empty();
        }
        return Stream.of(ExportFile.text(
                "coach-notes-about-you.json",
                jdbc.sql("""
                        select jsonb_pretty(coalesce(jsonb_agg(jsonb_build_object(
                                   'coach', author.name, 'writtenAt', note.written_at,
                                   'wordings', (select jsonb_agg(jsonb_build_object('text', text, 'at', at) order by number)
                                                  from coach_note_wording
                                                 where note_id = note.id)) order by note.written_at), '[]'))
                          from coach_note as note
                          join person as author on author.id = note.author
                         where note.candidate = :person
                        """)
                        .param("person", person.id().value())
                        .query(String.class)
                        .single(),
                Sentences.text("about.coach-notes-about-you")));
    }
}
