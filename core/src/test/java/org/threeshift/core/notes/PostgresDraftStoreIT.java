package org.threeshift.core.notes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class PostgresDraftStoreIT extends DraftStoreContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @Override
    DraftStore store() {
        return new PostgresDraftStore(database.jdbcClient());
    }

    @Override
    PersonId person() {
        return NoteRows.person(database);
    }

    @Override
    InterviewId interview() {
        return NoteRows.interview(database, person());
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
}
