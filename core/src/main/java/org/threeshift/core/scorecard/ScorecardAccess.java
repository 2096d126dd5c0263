package org.threeshift.core.scorecard;

/**
 * Who sees how much of a published scorecard: the one place that decides it.
 *
 * @param candidate   it is the viewer's own
 * @param interviewer the viewer scored, and counts
 * @param follows     the viewer coaches a cohort in which the candidate agreed to be followed, for this interview
 * @param brokeGlass  the viewer is an admin who gave a reason, not long ago
 * @param kept        the candidate keeps the results from the interviewers
 */
record ScorecardAccess(boolean candidate, boolean interviewer, boolean follows, boolean brokeGlass, boolean kept) {
    /** The most that any of the viewer's parts allows. Being an admin alone is no part. */
    Insight insight() {
        if (candidate) {
            return Insight.OWN;
        }
        if (follows || (interviewer && !kept)) {
            return Insight.WHOLE;
        }
        if (brokeGlass) {
            return Insight.GLASS;
        }
        return interviewer ? Insight.OWN_SHEET : Insight.NOTHING;
    }
}
