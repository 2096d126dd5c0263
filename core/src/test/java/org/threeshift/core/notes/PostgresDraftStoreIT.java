package org.threeshift.core.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.database.TestRows;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class PostgresDraftStoreIT extends DraftStoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @Override
    DraftStore store() {
        return new PostgresDraftStore(database.jdbcClient());
    }

    @Override
    PersonId person() {
        return TestRows.person(database);
    }

    @Override
    InterviewId interview() {
        return TestRows.interview(database, person());
    }

    @Test
    void nothing_and_too_much_are_refused_by_the_database() {
        PersonId ada = person();
        InterviewId interview = interview();
        for (String text : new String[] {"", "x".repeat(2001)}) {
            var draft = new NoteDraft(UUID.randomUUID(), "question", text, 1, Instant.EPOCH);
            assertThatThrownBy(() -> store().put(interview, ada, draft))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        store().put(interview, ada, new NoteDraft(UUID.randomUUID(), "question", "😀".repeat(2000), 1, Instant.EPOCH));
    }

    @Test
    void what_was_handed_in_and_what_lies_long_after_the_end_is_swept() {
        PersonId ada = person();
        InterviewId runs = interview();
        InterviewId over = interview();
        InterviewId calledOff = interview();
        end(over, "published_at", "PUBLISHED");
        end(calledOff, "cancelled_at", "CANCELLED");
        UUID handedIn = UUID.randomUUID();
        store().put(runs, ada, new NoteDraft(handedIn, "question", "Handed in", 1, NOON));
        store().put(runs, ada, new NoteDraft(UUID.randomUUID(), "question", "Goes on", 1, NOON));
        store().put(over, ada, new NoteDraft(UUID.randomUUID(), "question", "Left over", 1, NOON));
        store().put(calledOff, ada, new NoteDraft(UUID.randomUUID(), "question", "Left over", 1, NOON));
        assertThat(store().sweep(NOON.minusSeconds(1))).isZero();
        database.jdbcClient()
                .sql("""
                insert into interview_event (interview_id, seq, event_id, type, version, actor, at, payload)
                values (:interview, 1, :event, 'evidence-noted', 1, :actor, now(), '{}')
                """)
                .param("interview", runs.value())
                .param("event", handedIn)
                .param("actor", ada.value())
                .update();
        assertThat(store().sweep(NOON.plusSeconds(1))).isEqualTo(3);
        assertThat(store().of(runs, ada)).extracting(NoteDraft::text).containsExactly("Goes on");
        assertThat(store().of(over, ada)).isEmpty();
        assertThat(store().of(calledOff, ada)).isEmpty();
    }

    private void end(InterviewId interview, String when, String phase) {
        String ended = phase.equals("PUBLISHED") ? ", started_at = :at, finished_at = :at" : "";
        database.jdbcClient()
                .sql("update interview set phase = :phase, " + when + " = :at" + ended + " where id = :interview")
                .param("phase", phase)
                .param("at", NOON.atOffset(ZoneOffset.UTC))
                .param("interview", interview.value())
                .update();
    }
}
