package org.threeshift.core.pairs;

import org.threeshift.core.pairs.model.PairRefusal;

/** What came of something that somebody wanted of a pair. */
public sealed interface PairAnswer {
    /** It is committed. */
    record Done(PairView view) implements PairAnswer {}

    /** @param view as it stands; nothing changed */
    record Refused(PairRefusal refusal, String sentence, PairView view) implements PairAnswer {}

    /** There is no such pair for them. */
    record NotThere() implements PairAnswer {}
}
