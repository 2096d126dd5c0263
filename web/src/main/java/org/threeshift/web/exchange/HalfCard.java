package org.threeshift.web.exchange;

import org.threeshift.core.exchange.Half;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.host.NextStep;

/**
 * One half as its reader goes on with it.
 *
 * @param seat where the reader sits in it
 */
public record HalfCard(Half half, Seat seat) {
    static HalfCard of(Half half, PersonId reader) {
        return new HalfCard(half, half.interviewer().equals(reader) ? Seat.INTERVIEWER : Seat.CANDIDATE);
    }

    /** The end of text keys that differ by chair. */
    public String chair() {
        return seat == Seat.INTERVIEWER ? "interviewer" : "candidate";
    }

    public NextStep next() {
        return NextStep.of(half.id(), half.phase(), seat);
    }

    /** The console or the room, whatever else may come next. */
    public String place() {
        return (seat == Seat.INTERVIEWER ? "/console/interviews/" : "/room/") + half.id();
    }
}
