package org.threeshift.core.following;

import java.time.Instant;
import java.util.Optional;

/**
 * What a coach may know of somebody's interviews that are not published: of members whose agreement says so, see
 * {@link org.threeshift.core.cohort.Cohorts#sightsOfUnpublished}.
 *
 * @param lastHeld    when the latest of them began that is over or under way
 * @param next        when the next one is planned
 * @param sheetsOpen  interviewers' sheets that are still drafts although the interview is over
 */
public record Activity(Optional<Instant> lastHeld, Optional<Instant> next, int sheetsOpen) {
    static final Activity NONE = new Activity(Optional.empty(), Optional.empty(), 0);
}
