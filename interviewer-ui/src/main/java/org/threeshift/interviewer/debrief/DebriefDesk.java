package org.threeshift.interviewer.debrief;

import java.io.Serializable;

/** Where the debrief's screen hands in what the person does. */
public interface DebriefDesk extends Serializable {
    /** @param step see {@link org.threeshift.core.interview.DebriefView#step} */
    void move(int step);

    void word(String sentence);

    /** Confirms the sentence as it stands. */
    void confirm();

    void end(boolean candidateAbsent);

    /** Leaves for the own sheet; the debrief goes on. */
    void sheet();
}
