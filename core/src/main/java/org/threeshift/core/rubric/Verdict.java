package org.threeshift.core.rubric;

/** An interviewer's overall judgement. There is no neutral one on purpose: a verdict decides. */
public enum Verdict {
    STRONG_NO,
    NO,
    YES,
    STRONG_YES
}
