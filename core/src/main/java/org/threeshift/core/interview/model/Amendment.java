package org.threeshift.core.interview.model;

import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** The one thing that an amendment changes on a locked sheet. */
public sealed interface Amendment {
    record OfLevel(String questionId, Shift shift, Level level) implements Amendment {}

    record OfTrap(String questionId, String trapId, TrapJudgement judgement) implements Amendment {}

    record OfVerdict(Verdict verdict) implements Amendment {}

    record OfSummary(String summary) implements Amendment {}
}
