package org.threeshift.core.rubric;

/** What became of a trap that a question sets. */
public enum TrapJudgement {
    /** The weak answer was never given. */
    AVOIDED,
    /** The weak answer was given and stood. */
    FELL,
    /** The weak answer was given, then left behind after one scripted probe. */
    RECOVERED
}
