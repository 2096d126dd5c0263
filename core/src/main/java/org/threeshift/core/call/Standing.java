package org.threeshift.core.call;

import java.time.Duration;
import java.time.Instant;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.PersonId;

/** How somebody stands to the call of an interview. */
enum Standing {
    MAY_JOIN,
    /** Has a part in the interview, and there is no call: it was called off, or has long been published. */
    CLOSED,
    /** To them there is no such interview. */
    NO_PART;

    /** How long people may go on talking once the scorecard is there: longer than any debrief. */
    static final Duration AFTER_PUBLICATION = Duration.ofHours(3);

    static Standing of(Interview.Known interview, PersonId person, Instant now) {
        if (!takesPart(interview.setup(), person)) {
            return NO_PART;
        }
        return switch (interview) {
            case Interview.Scheduled _, Interview.Live _, Interview.Debriefing _ -> MAY_JOIN;
            case Interview.Published published ->
                now.isBefore(published.publishedAt().plus(AFTER_PUBLICATION)) ? MAY_JOIN : CLOSED;
            case Interview.Cancelled _ -> CLOSED;
        };
    }

    private static boolean takesPart(Setup setup, PersonId person) {
        return setup.seat(person).isPresent();
    }
}
