package org.threeshift.core.nudge;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * A sheet that somebody owes.
 *
 * @param hostOwes  whether the host owes one too: then they may not know of anybody else's
 * @param invitee   how the host calls the candidate
 * @param seated    everybody with a part in the interview
 * @param startedAt when the interview started
 * @param since     when it ended
 * @param gone      the stages of which somebody was told
 */
record Owed(
        InterviewId interview,
        PersonId interviewer,
        PersonId host,
        boolean hostOwes,
        Optional<PersonId> candidate,
        String invitee,
        String round,
        Set<PersonId> seated,
        Instant startedAt,
        Instant since,
        Set<Stage> gone) {
    Owed {
        seated = Set.copyOf(seated);
        gone = Set.copyOf(gone);
    }

    Optional<Stage> due(Instant now) {
        return Stage.due(since, now, gone);
    }
}
