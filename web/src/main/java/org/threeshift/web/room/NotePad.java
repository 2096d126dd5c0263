package org.threeshift.web.room;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.notes.CandidateNotes;
import org.threeshift.core.notes.Note;

/**
 * The candidate's own notes as the page shows them.
 *
 * @param savedAt absent while there is nothing to save
 * @param problem what is wrong with what was typed; empty when nothing is
 */
public record NotePad(String text, Optional<Instant> savedAt, String problem) {
    static NotePad of(Optional<Note> note) {
        return new NotePad(note.map(Note::text).orElse(""), note.map(Note::savedAt), "");
    }

    public int limit() {
        return CandidateNotes.CHARACTERS;
    }
}
