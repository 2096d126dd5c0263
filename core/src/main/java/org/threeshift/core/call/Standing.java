package org.threeshift.core.call;

import java.time.Instant;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.PersonId;

/** How somebody stands to the call of an interview. */
enum Standing {
    MAY_JOIN,
    /** Has a part in the interview, and there is no call any more: it was called off, or has long been published. */
    CLOSED,
    /** Has a part in the interview, whose host lets it meet at a link of their own. */
    MEETS_ELSEWHERE,
    /** To them there is no such interview. */
    NO_PART;

    static Standing of(Interview.Known interview, PersonId person, Instant now) {
        if (!takesPart(interview.setup(), person)) {
            return NO_PART;
        }
        boolean open = switch (interview) {
            case Interview.Scheduled _, Interview.Live _, Interview.Debriefing _ -> true;
            case Interview.Published published ->
                now.isBefore(published.publishedAt().plus(Calls.AFTER_PUBLICATION));
            case Interview.Cancelled _ -> false;
        };
        return !open ? CLOSED : interview.setup().meetingLink().isPresent() ? MEETS_ELSEWHERE : MAY_JOIN;
    }

    /** Whoever has a seat: also shadows and observers, who would otherwise hear nothing. */
    private static boolean takesPart(Setup setup, PersonId person) {
        return setup.seat(person).isPresent();
    }
}
