package org.threeshift.core.scorecard;

/** How much of a published scorecard somebody sees. */
public enum Insight {
    /** All of it: the candidate's own. */
    OWN,
    /** All of it, as a coach or as an interviewer whom the candidate lets see the results. */
    WHOLE,
    /** All of it for a while, as an admin who gave a reason. */
    GLASS,
    /** What the interviewer wrote themselves, because the candidate keeps the results. */
    OWN_SHEET,
    NOTHING
}
