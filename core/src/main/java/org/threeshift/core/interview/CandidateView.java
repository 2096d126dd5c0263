package org.threeshift.core.interview;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Stopwatch;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Shift;

/**
 * All that a candidate may see before publication: what was posed, the clock, and who is there. Nothing of the guide can be
 * in it, because there is no place for it.
 *
 * @param seq       the last event that this view knows
 * @param minutes   the whole time of the round
 * @param questions how many questions the round holds
 * @param clock   of the whole round, once it started; stands still in a pause
 * @param posed     in the order in which they were first posed
 * @param lead    who poses the questions
 * @param watchers who shadows or observes: nobody listens unseen
 * @param meetingLink where the call takes place; absent for the call that is built in
 * @param here      whether the candidate has entered; always true once the interview started
 * @param interviewerHere whether any interviewer has entered; always true once the interview started
 * @param cancelled why it was called off, when it was; empty for a no-show
 * @param cancelledBy who called it off; absent also when nobody in particular did
 * @param noShow    who did not come, when that ended it
 */
public record CandidateView(
        InterviewId id,
        long seq,
        Phase phase,
        Kind kind,
        String roundTitle,
        PersonId host,
        Set<PersonId> interviewers,
        PersonId lead,
        Map<PersonId, Seat> watchers,
        Optional<URI> meetingLink,
        Instant startsAt,
        ZoneId zone,
        int minutes,
        int questions,
        boolean here,
        boolean interviewerHere,
        Optional<Instant> startedAt,
        Optional<Stopwatch> clock,
        List<PosedQuestion> posed,
        Optional<SelfScore> selfScore,
        Optional<String> cancelled,
        Optional<PersonId> cancelledBy,
        Optional<Absent> noShow) {

    public CandidateView {
        interviewers = Set.copyOf(interviewers);
        watchers = Map.copyOf(watchers);
        posed = List.copyOf(posed);
    }

    /** The question on the table now. */
    public Optional<PosedQuestion> open() {
        return posed.stream().filter(PosedQuestion::onTable).findFirst();
    }

    /**
     * A question that was put to the candidate.
     *
     * @param number  1 for the first one posed
     * @param shifts  the shifts on which the candidate scores themselves afterwards
     * @param minutes planned time
     * @param spent   time on the table in closed stretches
     * @param since   when the running stretch began; absent when it is off the table and in a pause
     * @param onTable whether it is the question that the candidate answers now
     */
    public record PosedQuestion(
            String questionId,
            int number,
            String prompt,
            List<Shift> shifts,
            int minutes,
            Duration spent,
            Optional<Instant> since,
            boolean onTable) {
        public PosedQuestion {
            shifts = List.copyOf(shifts);
        }
    }
}
