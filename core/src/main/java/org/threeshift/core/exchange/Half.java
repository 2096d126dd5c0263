package org.threeshift.core.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.PersonId;

/**
 * One of the two interviews, as both people may see it: nothing of what was asked or scored is in it.
 *
 * @param candidate absent until somebody invited by link has joined
 * @param invitee   how the host calls the candidate
 * @param questions how many are on the agenda
 * @param minutes   this half's share
 * @param spent     on its clock so far, pauses left out; what it took once it has ended
 * @param endedAt   when the questions ended
 */
public record Half(
        InterviewId id,
        Phase phase,
        PersonId interviewer,
        Optional<PersonId> candidate,
        String invitee,
        String roundTitle,
        int questions,
        int minutes,
        Instant startsAt,
        ZoneId zone,
        Duration spent,
        Optional<Instant> endedAt) {

    static Half of(InterviewId id, Known known, Instant now) {
        Setup setup = known.setup();
        Optional<Instant> ended = endedAt(known);
        return new Half(
                id,
                Phase.of(known),
                setup.host(),
                setup.candidate(),
                setup.invitee(),
                setup.agenda().title(),
                setup.agenda().items().size(),
                setup.agenda().minutes(),
                setup.startsAt(),
                setup.zone(),
                known instanceof Held held ? held.course().clock().at(ended.orElse(now)) : Duration.ZERO,
                ended);
    }

    private static Optional<Instant> endedAt(Known known) {
        return switch (known) {
            case Interview.Debriefing now -> Optional.of(now.finishedAt());
            case Interview.Published now -> Optional.of(now.finishedAt());
            case Interview.Scheduled _, Interview.Live _, Interview.Cancelled _ -> Optional.empty();
        };
    }

    public boolean ended() {
        return endedAt.isPresent();
    }

    /** Whether it runs and has used up its share. */
    public boolean overtime() {
        return phase == Phase.LIVE && timeUp();
    }

    boolean timeUp() {
        return spent.compareTo(Duration.ofMinutes(minutes)) >= 0;
    }
}
