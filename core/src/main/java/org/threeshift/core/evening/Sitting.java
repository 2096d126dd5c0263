package org.threeshift.core.evening;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.evening.plan.Meeting;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;

/**
 * A meeting with the exchange that comes of it.
 *
 * @param interview its first half
 * @param startsAt  when that is; absent for one that was never set up
 * @param phase     of the first half, as interviews name it
 * @param second    of the second half; absent before there is one
 */
public record Sitting(
        UUID id,
        Meeting meeting,
        InterviewId interview,
        Optional<Instant> startsAt,
        String phase,
        Optional<InterviewId> second,
        String secondPhase) {
    static final String SCHEDULED = "SCHEDULED";
    static final String LIVE = "LIVE";
    static final String CANCELLED = "CANCELLED";

    /** When they meet: in its slot, or at an hour of its own where it could not move with its evening. */
    public Span span(Evening evening) {
        Span slot = evening.slot(meeting.slot());
        return startsAt.map(start -> Span.of(start, slot.length())).orElse(slot);
    }

    public boolean ahead() {
        return phase.equals(SCHEDULED);
    }

    /** Called off by one of the two, or not held because somebody did not come. */
    public boolean cancelled() {
        return phase.equals(CANCELLED);
    }

    public boolean held() {
        return !ahead() && !cancelled();
    }

    /** Nothing of it is left to do in the room: both halves were held, or the second one is not to be. */
    public boolean over() {
        return cancelled() || (held() && !phase.equals(LIVE) && second.isPresent() && isOver(secondPhase));
    }

    private static boolean isOver(String phase) {
        return !phase.isEmpty() && !phase.equals(SCHEDULED) && !phase.equals(LIVE);
    }

    public boolean live() {
        return phase.equals(LIVE) || secondPhase.equals(LIVE);
    }
}
