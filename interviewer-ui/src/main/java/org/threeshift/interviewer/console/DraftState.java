package org.threeshift.interviewer.console;

import java.time.Instant;

/** How the words of a note in the making stand. */
sealed interface DraftState {
    record Saved(Instant at) implements DraftState {}

    /** The database does not answer; they are tried again, or the words that follow them. */
    record Waiting() implements DraftState {}

    /** They are kept by the browser alone. */
    record Refused() implements DraftState {}

    /** They are kept by the browser alone, and can only be read: the sheet takes no more notes. */
    record Closed() implements DraftState {}

    /** The note was handed in from elsewhere meanwhile: what is typed is another one. */
    record HandedIn() implements DraftState {}
}
