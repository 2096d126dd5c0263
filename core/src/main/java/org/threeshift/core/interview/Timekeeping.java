package org.threeshift.core.interview;

import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;

/**
 * Keeps people's time for interviews, and so hears of every change of an interview's time in the transaction that makes it.
 * Implemented where appointments are.
 */
public interface Timekeeping {
    /** Before an interview is moved or called off: nobody else changes the time of its people until the transaction ends. */
    void hold(InterviewId interview);

    /**
     * After that, in the same transaction.
     *
     * @return false when somebody is needed elsewhere at that time; the move is then taken back
     */
    boolean follow(InterviewId interview, Interview.Known now);
}
