package org.threeshift.core.notes;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresDraftStore implements DraftStore {
    private final JdbcClient jdbc;

    PostgresDraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<NoteDraft> of(InterviewId interview, PersonId person) {
        return jdbc.sql("""
                select note_id, question_id, text, revision, updated_at
                  from note_draft
                 where interview_id = :interview
                   and person_id = :person
                 order by updated_at desc
                """)
                .param("interview", interview.value())
                .param("person", person.value())
                .query((row, number) -> new NoteDraft(
                        row.getObject("note_id", UUID.class),
                        row.getString("question_id"),
                        row.getString("text"),
                        row.getLong("revision"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public boolean put(InterviewId interview, PersonId person, NoteDraft draft) {
        return jdbc.sql("""
                        insert into note_draft (interview_id, person_id, note_id, question_id, text, revision, updated_at)
                        values (:interview, :person, :note, :question, :text, :revision, :at)
                            on conflict (interview_id, person_id, note_id) do update
                           set question_id = excluded.question_id,
                               text = excluded.text,
                               revision = excluded.revision,
                               updated_at = excluded.updated_at
                         where note_draft.revision < excluded.revision
                            or (note_draft.revision = excluded.revision and note_draft.text = excluded.text)
                        """)
                        .param("interview", interview.value())
                        .param("person", person.value())
                        .param("note", draft.note())
                        .param("question", draft.questionId())
                        .param("text", draft.text())
                        .param("revision", draft.revision())
                        .param("at", draft.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public void remove(InterviewId interview, PersonId person, UUID note) {
        jdbc.sql("""
                delete from note_draft
                 where interview_id = :interview
                   and person_id = :person
                   and note_id = :note
                """)
                .param("interview", interview.value())
                .param("person", person.value())
                .param("note", note)
                .update();
    }

    @Override
    public int sweep(Instant endedBefore) {
        return jdbc.sql("""
                delete from note_draft
                 where exists (select
                                 from interview
                                where interview.id = note_draft.interview_id
                                  and coalesce(interview.published_at, interview.cancelled_at) < :ended_before)
                    or exists (select
                                 from interview_event
                                where interview_event.event_id = note_draft.note_id)
                """)
                .param("ended_before", endedBefore.atOffset(ZoneOffset.UTC))
                .update();
    }
}
