package org.threeshift.core.interview;

import java.util.Set;
import org.threeshift.core.interview.model.InterviewId;

/** Says which questions must not come onto an interview's agenda, for whoever knows more than one interview. */
@FunctionalInterface
public interface ClosedQuestions {
    /** Their ids; none for most interviews. */
    Set<String> of(InterviewId interview);
}
