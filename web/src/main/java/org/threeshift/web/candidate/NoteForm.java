package org.threeshift.web.candidate;

import java.util.Optional;
import java.util.UUID;

/**
 * What somebody entered for a note and could not save.
 *
 * @param note    which note was to be reworded; absent for a new one
 * @param problem the key of what is wrong; empty when nothing was entered
 */
public record NoteForm(Optional<UUID> note, String text, String problem) {
    static final NoteForm EMPTY = new NoteForm(Optional.empty(), "", "");

    /** Whether it is about a note, or about a new one. */
    public boolean concerns(Optional<UUID> which) {
        return !problem.isEmpty() && note.equals(which);
    }
}
