package org.threeshift.core.exchange;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewId;

/** Keeps second halves to some questions of their bank. A feature that needs the others elsewhere makes a bean of it. */
@FunctionalInterface
public interface SecondHalfQuestions {
    /** By the ids of first halves; nothing for those whose second half may be held on anything. At most one query. */
    Map<InterviewId, Set<String>> of(Collection<InterviewId> firstHalves);
}
