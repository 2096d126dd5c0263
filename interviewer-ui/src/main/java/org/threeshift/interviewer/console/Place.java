package org.threeshift.interviewer.console;

/** Where on the screen something was done, and so where a refusal is said. */
enum Place {
    LOBBY,
    MOVE,
    CALL_OFF,
    COURSE,
    SCALE,
    TRAP,
    PROBE,
    EVIDENCE,
    SHEET,
    SWAP,
    AMENDMENT,
    DEBRIEF
}
