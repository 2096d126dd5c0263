package org.threeshift.web.demonstration;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.Kind;

/**
 * One interview of the demonstration.
 *
 * @param days    working day of the start, counted from today; with {@code at}, in the host's zone
 * @param minutes start in minutes from now, instead of {@code days}
 * @param others  the interviewers beside the host
 * @param shadows who scores for training
 * @param observers who watches
 * @param debrief a debrief that came to a sentence; the scorecard was published without one otherwise
 * @param feedback what the candidate says of an interviewer's feedback, by the interviewer's key
 * @param exchange minutes for both halves, when it is the first half of an exchange
 */
record Booking(
        String id,
        String candidate,
        Optional<Integer> days,
        Optional<LocalTime> at,
        Optional<Integer> minutes,
        String round,
        Kind kind,
        String host,
        Optional<List<String>> others,
        Optional<List<String>> shadows,
        Optional<List<String>> observers,
        Optional<Ending> ending,
        boolean publishNextDay,
        boolean withoutSelfScore,
        Optional<Change> amend,
        Optional<Talk> debrief,
        Optional<Map<String, Feedback>> feedback,
        Optional<String> reason,
        Optional<Integer> exchange) {

    /** How far an interview has come. */
    enum Ending {
        SCHEDULED,
        CANCELLED,
        NO_SHOW,
        /** In the middle of a question. */
        LIVE,
        /** Over; the host's sheet is a draft that lacks one judgement. */
        SHEET_OPEN,
        /** Over; the sheet of the last interviewer, who is not the host, lacks one judgement. */
        OTHER_SHEET_OPEN,
        /** Over; the candidate has not scored themselves. */
        SELF_SCORE_OPEN,
        /** Over; nothing is missing but the publication. */
        READY,
        /** Published just now, with the debrief open at its widest gap. */
        TALKING,
        PUBLISHED;

        boolean held() {
            return this != SCHEDULED && this != CANCELLED && this != NO_SHOW;
        }
    }

    /** What the host amends, and why. */
    record Change(What what, String reason) {
        enum What {
            LEVEL,
            VERDICT,
            SUMMARY
        }
    }

    /** @param levels keys of levels on the three shifts, in their order */
    record Feedback(List<Integer> levels, Optional<String> sentence) {}

    /** @param by who worded the sentence; the candidate and the host confirmed it */
    record Talk(String sentence, String by) {}

    /** How it ends; published unless said otherwise. */
    Ending end() {
        return ending.orElse(Ending.PUBLISHED);
    }

    /** Shadows and observers. */
    Map<String, Seat> watchers() {
        Map<String, Seat> seats = new LinkedHashMap<>();
        shadows.orElse(List.of()).forEach(key -> seats.put(key, Seat.SHADOW));
        observers.orElse(List.of()).forEach(key -> seats.put(key, Seat.OBSERVER));
        return seats;
    }

    /** Whether this interviewer's sheet is a draft, counted from 0, the host. */
    boolean leavesOpen(int interviewer) {
        return switch (end()) {
            case SHEET_OPEN -> interviewer == 0;
            case OTHER_SHEET_OPEN -> interviewer == interviewers().size() - 1;
            case SCHEDULED, CANCELLED, NO_SHOW, LIVE, SELF_SCORE_OPEN, READY, TALKING, PUBLISHED -> false;
        };
    }

    /** The host first. */
    List<String> interviewers() {
        return Stream.concat(Stream.of(host), others.orElse(List.of()).stream()).toList();
    }
}
