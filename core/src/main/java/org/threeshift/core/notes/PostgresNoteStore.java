package org.threeshift.core.notes;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresNoteStore implements NoteStore {
    private final JdbcClient jdbc;

    PostgresNoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Note> find(InterviewId interview, PersonId person) {
        return jdbc.sql("""
                select text, updated_at
                  from candidate_note
                 where interview_id = :interview
                   and person_id = :person
                """)
                .param("interview", interview.value())
                .param("person", person.value())
                .query((row, number) -> new Note(
                        row.getString("text"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public boolean put(InterviewId interview, PersonId person, Note note, Optional<Instant> before) {
        return jdbc.sql("""
                        insert into candidate_note (interview_id, person_id, text, updated_at)
                        values (:interview, :person, :text, :at)
                            on conflict (interview_id, person_id) do update
                           set text = excluded.text,
                               updated_at = excluded.updated_at
                         where candidate_note.updated_at = :before
                        """)
                        .param("interview", interview.value())
                        .param("person", person.value())
                        .param("text", note.text())
                        .param("at", note.savedAt().atOffset(ZoneOffset.UTC))
                        .param(
                                "before",
                                before.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }
}
