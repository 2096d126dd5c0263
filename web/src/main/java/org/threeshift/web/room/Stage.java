package org.threeshift.web.room;

import java.time.Instant;
import org.threeshift.core.interview.CandidateView;
import org.threeshift.core.interview.model.Arrival;
import org.threeshift.core.interview.model.InterviewEvent.Absent;

/** What a candidate's room shows, one thing at a time. Each has its sentences under {@code room.}. */
public enum Stage {
    /** Joining is not open yet: who, what, when, and what helps to prepare. */
    PREPARING,
    /** Joining is open: whoever comes waits here for the start. */
    LOBBY,
    /** A question is on the table. */
    QUESTION,
    /** Under way, with nothing on the table: before the first question, or while the interviewer writes. */
    BETWEEN,
    /** Over: the candidate scores themselves, before anything is revealed. */
    SCORE_YOURSELF,
    /** Scored, and not published yet. */
    WAITING,
    /** Published, and both sides talk about the widest gaps. */
    DEBRIEF,
    PUBLISHED,
    CANCELLED,
    /** The candidate was reported as not having come. */
    MISSED,
    /** The interviewer did not come. */
    STOOD_UP;

    /**
     * @param changing whether a candidate who has scored themselves wants to do it again
     * @param talking  whether a debrief is open
     */
    static Stage of(CandidateView view, boolean changing, boolean talking, Instant now) {
        return switch (view.phase()) {
            case SCHEDULED -> Arrival.at(view.startsAt(), now) == Arrival.PREPARING ? PREPARING : LOBBY;
            case LIVE -> view.open().isPresent() ? QUESTION : BETWEEN;
            case DEBRIEFING -> view.selfScore().isEmpty() || changing ? SCORE_YOURSELF : WAITING;
            case PUBLISHED -> talking ? DEBRIEF : PUBLISHED;
            case CANCELLED ->
                view.noShow()
                        .map(absent -> absent == Absent.CANDIDATE ? MISSED : STOOD_UP)
                        .orElse(CANCELLED);
        };
    }

    /** The name in keys, style classes and the page's script. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
