package org.threeshift.interviewer.console;

import java.time.Instant;

/** How the last thing that the person did stands. */
sealed interface SavedState {
    /** Nothing was done since the screen was opened: what it shows is what the log holds. */
    record Nothing() implements SavedState {}

    /**
     * It is committed.
     *
     * @param deed what it was, see {@link Deed}
     */
    record At(Instant at, String deed) implements SavedState {}

    /** It was handed in and is not answered yet. */
    record Saving(String deed) implements SavedState {}

    /**
     * The database does not answer; what was entered is tried again.
     *
     * @param deed    the last thing that was entered
     * @param entries how many wait; 0 when nothing was entered since
     */
    record Waiting(String deed, int entries) implements SavedState {}

    /** It is not, for this reason. */
    record Not(String sentence) implements SavedState {}
}
