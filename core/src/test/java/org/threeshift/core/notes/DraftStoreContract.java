package org.threeshift.core.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** What holds for drafts wherever they are kept. */
abstract class DraftStoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final UUID note = UUID.randomUUID();
    private DraftStore store = new InMemoryDraftStore();
    private PersonId ada = new PersonId(note);
    private PersonId ben = new PersonId(note);
    private InterviewId interview = new InterviewId(note);

    abstract DraftStore store();

    abstract PersonId person();

    abstract InterviewId interview();

    @BeforeEach
    void two_people_in_one_interview() {
        store = store();
        ada = person();
        ben = person();
        interview = interview();
    }

    private NoteDraft draft(String text, long revision) {
        return new NoteDraft(note, "question", text, revision, NOON.plusSeconds(revision));
    }

    @Test
    void a_later_revision_takes_the_place_of_an_earlier_one() {
        assertThat(store.put(interview, ada, draft(" She starts", 1))).isTrue();
        assertThat(store.put(interview, ada, draft(" She starts from\nthe 😀 ", 4)))
                .isTrue();
        assertThat(store.of(interview, ada)).containsExactly(draft(" She starts from\nthe 😀 ", 4));
    }

    @Test
    void an_earlier_revision_that_comes_late_changes_nothing() {
        store.put(interview, ada, draft("She starts from", 4));
        assertThat(store.put(interview, ada, draft("She starts", 1))).isFalse();
        assertThat(store.of(interview, ada)).containsExactly(draft("She starts from", 4));
    }

    @Test
    void the_same_revision_counts_once_and_other_words_of_it_not_at_all() {
        store.put(interview, ada, draft("From here", 2));
        NoteDraft again = new NoteDraft(note, "question", "From here", 2, NOON.plusSeconds(60));
        assertThat(store.put(interview, ada, again)).isTrue();
        assertThat(store.put(interview, ada, draft("From there", 2))).isFalse();
        assertThat(store.of(interview, ada)).containsExactly(again);
    }

    @Test
    void several_notes_stand_beside_each_other_the_newest_first() {
        NoteDraft other = new NoteDraft(UUID.randomUUID(), "another", "Later", 1, NOON.plusSeconds(9));
        store.put(interview, ada, draft("Earlier", 1));
        store.put(interview, ada, other);
        assertThat(store.of(interview, ada)).containsExactly(other, draft("Earlier", 1));
    }

    @Test
    void nobody_finds_or_removes_another_persons_draft() {
        store.put(interview, ada, draft("Mine", 1));
        assertThat(store.of(interview, ben)).isEmpty();
        assertThat(store.of(interview(), ada)).isEmpty();
        store.remove(interview, ben, note);
        assertThat(store.of(interview, ada)).hasSize(1);
    }

    @Test
    void the_same_note_of_two_people_is_two_drafts() {
        store.put(interview, ada, draft("Ada", 5));
        assertThat(store.put(interview, ben, draft("Ben", 1))).isTrue();
        assertThat(store.of(interview, ada)).containsExactly(draft("Ada", 5));
    }

    @Test
    void what_is_removed_is_gone_and_may_be_begun_again() {
        store.put(interview, ada, draft("Once", 7));
        store.remove(interview, ada, note);
        store.remove(interview, ada, note);
        assertThat(store.of(interview, ada)).isEmpty();
        assertThat(store.put(interview, ada, draft("Again", 1))).isTrue();
    }
}
