package org.threeshift.core.feedback;

import java.util.List;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Where cards are kept: at most one an interviewer of an interview. PostgreSQL's and the in-memory one are held to one contract. */
interface FeedbackStore {
    /** In the order in which they were first given, which a change leaves alone. */
    List<FeedbackCard> about(PersonId interviewer);

    /** In the order of the interviewers' ids. */
    List<FeedbackCard> of(InterviewId interview);

    /**
     * Puts the card in the place of the one before, or at the end.
     *
     * @param known how many cards about the interviewer the sender has seen
     * @return false when there are more by now, and nothing was changed
     */
    boolean put(FeedbackCard card, int known);
}
