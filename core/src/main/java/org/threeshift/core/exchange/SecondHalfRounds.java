package org.threeshift.core.exchange;

import java.util.Collection;
import java.util.Map;
import org.threeshift.core.interview.model.InterviewId;

/** Which round the second half is to be held on, where its interviewer has chosen one. A feature that asks them makes a bean of it. */
@FunctionalInterface
public interface SecondHalfRounds {
    /** A round of a bank's newest version. */
    record Chosen(String bankId, String roundId) {}

    /** By the ids of first halves; nothing for those of which nobody has chosen. At most one query. */
    Map<InterviewId, Chosen> of(Collection<InterviewId> firstHalves);
}
