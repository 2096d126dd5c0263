package org.threeshift.interviewer.console;

/** What became of a note that was handed in. */
enum NoteState {
    WAITING,
    KEPT,
    REFUSED
}
