package org.threeshift.interviewer.console;

import java.time.Instant;

/** How the words of a note in the making stand. */
sealed interface DraftState {
    record Saved(Instant at) implements DraftState {}

    /** The database does not answer; they are tried again, or the words that follow them. */
    record Waiting() implements DraftState {}

    /** They are kept by the browser alone. */
    record Refused() implements DraftState {}
}
