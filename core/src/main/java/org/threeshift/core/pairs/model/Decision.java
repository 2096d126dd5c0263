package org.threeshift.core.pairs.model;

/** What comes of a command. */
public sealed interface Decision {
    record Changed(PairState state) implements Decision {}

    /** All is as it should be, as when somebody says the same again. */
    record Unchanged() implements Decision {}

    record Refused(PairRefusal refusal) implements Decision {}
}
