package org.threeshift.web.host;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;

/**
 * An interview's own page, as one of its people sees it.
 *
 * @param candidate    the candidate's name, or how the host calls whoever is invited
 * @param interviewers their names, the host first
 * @param seats        everybody on the interviewers' side, and what they do there
 * @param host         whether the reader is the host
 * @param awaited      whether nobody has taken the candidate's chair yet
 * @param guest        whether whoever has it came by a link and has no account
 * @param meetingLink  where the call takes place; absent for the call that is built in
 * @param cancelled    why it was called off, when it was; empty for a no-show
 * @param noShow       who did not come, when that ended it
 */
public record InterviewCard(
        InterviewId id,
        Phase phase,
        Kind kind,
        Seat seat,
        boolean host,
        String roundTitle,
        int minutes,
        int questions,
        Instant startsAt,
        ZoneId zone,
        String candidate,
        List<String> interviewers,
        Seats seats,
        boolean awaited,
        boolean guest,
        Optional<URI> meetingLink,
        Optional<String> cancelled,
        Optional<Absent> noShow) {
    public InterviewCard {
        interviewers = List.copyOf(interviewers);
    }

    /** Whether the host may still change the time, call it off, or hand out a link. */
    public boolean changeable() {
        return host && phase == Phase.SCHEDULED;
    }

    /** Whether the host may still say who sits where. */
    public boolean seatable() {
        return host && (phase == Phase.SCHEDULED || phase == Phase.LIVE);
    }

    /** The seats that the host may still give: nobody begins to score in the middle. */
    public List<Seat> offers() {
        return kind == Kind.PANEL && phase == Phase.SCHEDULED
                ? List.of(Seat.SHADOW, Seat.OBSERVER, Seat.INTERVIEWER)
                : List.of(Seat.SHADOW, Seat.OBSERVER);
    }

    /** Whether the host may still say where people see and hear each other. */
    public boolean movable() {
        return seatable() || (host && phase == Phase.DEBRIEFING);
    }

    /** Whether it ended because the reader did not come. */
    public boolean missed() {
        return noShow.map(absent -> switch (absent) {
                    case CANDIDATE -> Seat.CANDIDATE;
                    case INTERVIEWER -> Seat.INTERVIEWER;
                })
                .filter(seat::equals)
                .isPresent();
    }

    /** Where the reader goes on. */
    public NextStep next() {
        return NextStep.of(id, phase, seat);
    }
}
