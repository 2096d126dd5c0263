package org.threeshift.core.cohort;

/** What became of a wish about a cohort. */
public sealed interface Outcome {
    record Done(CohortId cohort) implements Outcome {}

    /** Nothing was changed. */
    record Refused(Refusal refusal) implements Outcome {}

    /** There is none, or none that the person may know of: the two look the same. */
    record NotThere() implements Outcome {}
}
