package org.threeshift.core.preparation;

import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.scorecard.Practice;

/**
 * What helps a candidate. Nothing of the questions or the guide can be in it, because there is no place for it.
 *
 * @param minutes   the whole time of the round
 * @param questions how many questions it holds
 * @param plan      what their last scorecard made them practise; absent before their first one
 */
public record CandidatesCard(
        InterviewId interview, String roundTitle, int minutes, int questions, Optional<LastPlan> plan) {

    /**
     * @param scorecard whose plan it is
     * @param open      what they have not ticked off
     * @param done      how much they have
     */
    public record LastPlan(InterviewId scorecard, List<Practice> open, long done) {
        public LastPlan {
            open = List.copyOf(open);
        }
    }
}
