package org.threeshift.core.interview;

import java.util.Set;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;

/** Says which questions must not come onto an interview's agenda, for whoever knows more than one interview. */
public interface ClosedQuestions {
    /** Their ids; none for most interviews. */
    Set<String> of(InterviewId interview);

    /** What whoever wants one of them all the same is told. */
    Refusal.Code why();
}
