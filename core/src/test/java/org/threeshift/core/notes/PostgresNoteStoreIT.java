package org.threeshift.core.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.database.TestRows;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class PostgresNoteStoreIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private final NoteStore store = new PostgresNoteStore(database.jdbcClient());
    private final PersonId ada = person();
    private final PersonId ben = person();
    private final InterviewId interview = interview();

    @Test
    void a_note_takes_the_place_of_the_one_that_it_goes_on_from() {
        Note first = new Note("revenue first", NOON);
        Note second = new Note("revenue first, then people ✓", NOON.plusSeconds(5));
        assertThat(store.put(interview, ada, first, Optional.empty())).isTrue();
        assertThat(store.put(interview, ada, second, Optional.of(NOON))).isTrue();
        assertThat(store.find(interview, ada)).contains(second);
    }

    @Test
    void a_note_that_was_overtaken_changes_nothing() {
        Note first = new Note("from the laptop", NOON);
        Note other = new Note("from the phone", NOON.plusSeconds(5));
        store.put(interview, ada, first, Optional.empty());
        assertThat(store.put(interview, ada, other, Optional.empty())).isFalse();
        assertThat(store.put(interview, ada, other, Optional.of(NOON.minusSeconds(1))))
                .isFalse();
        assertThat(store.find(interview, ada)).contains(first);
    }

    @Test
    void a_note_is_found_by_its_person_and_interview_only() {
        store.put(interview, ada, new Note("mine", NOON), Optional.empty());
        assertThat(store.find(interview, ben)).isEmpty();
        assertThat(store.find(interview(), ada)).isEmpty();
    }

    @Test
    void ten_thousand_characters_fit_and_one_more_does_not() {
        Note longest = new Note("😀".repeat(CandidateNotes.CHARACTERS), NOON);
        store.put(interview, ada, longest, Optional.empty());
        assertThat(store.find(interview, ada)).contains(longest);
        assertThatThrownBy(() -> store.put(interview, ada, new Note(longest.text() + "x", NOON), Optional.of(NOON)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_note_about_no_interview_is_refused() {
        assertThatThrownBy(
                        () -> store.put(new InterviewId(UUID.randomUUID()), ada, new Note("", NOON), Optional.empty()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static PersonId person() {
        return TestRows.person(database);
    }

    private InterviewId interview() {
        return TestRows.interview(database, ben);
    }
}
