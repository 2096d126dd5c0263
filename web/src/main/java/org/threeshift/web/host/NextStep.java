package org.threeshift.web.host;

import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;

/**
 * Where somebody goes on with an interview.
 *
 * @param name the end of its text keys
 * @param path where it leads
 */
public record NextStep(String name, String path) {

    /** The text key of what the link says. */
    public String label() {
        return "host.next." + name;
    }

    /** The text key of what will happen there. */
    public String sentence() {
        return "host.then." + name;
    }

    /** Where each side prepares for it until joining is open. */
    public static String preparing(InterviewId id) {
        return "/interviews/" + id + "#prepare";
    }

    /** What a person on this chair does next in this phase, as far as chair and phase alone tell. */
    public static NextStep of(InterviewId id, Phase phase, Seat seat) {
        String room = seat == Seat.CANDIDATE ? "/room/" + id : "/console/interviews/" + id;
        String chair = switch (seat) {
            case CANDIDATE -> "candidate";
            case INTERVIEWER -> "interviewer";
            case SHADOW, OBSERVER -> "watcher";
        };
        return switch (phase) {
            case SCHEDULED -> new NextStep("scheduled." + chair, room);
            case LIVE -> new NextStep("live." + chair, room);
            case DEBRIEFING -> new NextStep("debriefing." + chair, room);
            // The scorecard is the candidate's and the interviewers'; whoever watched sees the panel's sheets in the
            // console.
            case PUBLISHED ->
                chair.equals("watcher")
                        ? new NextStep("published.watcher", room)
                        : new NextStep("published", "/scorecards/" + id);
            case CANCELLED -> new NextStep("cancelled", "/home");
        };
    }
}
