package org.threeshift.core.interview;

import java.time.Instant;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;

/** What a sender is told. */
public sealed interface Outcome {
    /**
     * It is so, and committed.
     *
     * @param state for core's own use: faces read views, which leave out what a person may not see
     */
    record Done(InterviewId interview, long seq, Interview state, Instant savedAt) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
}
