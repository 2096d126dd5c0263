package org.threeshift.core.notes;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Where notes are kept: at most one of a person for an interview. */
interface NoteStore {
    Optional<Note> find(InterviewId interview, PersonId person);

    /**
     * Puts this note in the place of the one that was saved at {@code before}, or where there is none.
     *
     * @return false when another note stands there, and stays
     */
    boolean put(InterviewId interview, PersonId person, Note note, Optional<Instant> before);
}
