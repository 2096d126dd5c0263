package org.threeshift.core.interview;

import org.threeshift.core.interview.model.Interview;

/** Counts up what lists of many interviews read of one. Implemented where scores are computed, so that they are computed once. */
public interface Tally {
    /**
     * Which method the numbers follow. Counts up whenever the same interview gives other numbers than before; rows of an earlier
     * one are then made again, see {@link TallyRepair}.
     */
    int method();

    /** The same interview gives the same rows. */
    TallyRows of(Interview.Published interview);
}
