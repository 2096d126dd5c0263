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

    /** It is not, for this reason. */
    record Not(String sentence) implements SavedState {}
}
