package org.threeshift.web.host;

import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;

/**
 * Where somebody goes on with an interview.
 *
 * @param key  the text key of what the link says
 * @param path where it leads
 */
public record NextStep(String key, String path) {

    /** What a person on this chair does next in this phase, as far as chair and phase alone tell. */
    public static NextStep of(InterviewId id, Phase phase, Seat seat) {
        String room = seat == Seat.INTERVIEWER ? "/console/interviews/" + id : "/room/" + id;
        String chair = seat == Seat.INTERVIEWER ? "interviewer" : "candidate";
        return switch (phase) {
            case SCHEDULED -> new NextStep("host.next.scheduled." + chair, room);
            case LIVE -> new NextStep("host.next.live." + chair, room);
            case DEBRIEFING -> new NextStep("host.next.debriefing." + chair, room);
            case PUBLISHED -> new NextStep("host.next.published", "/scorecards/" + id);
            case CANCELLED -> new NextStep("host.next.cancelled", "/home");
        };
    }
}
