package org.threeshift.core.exchange;

/** On which of the two chairs somebody sits in the first half. In the second half they sit on the other one. */
public enum Chair {
    INTERVIEWER,
    CANDIDATE;

    public Chair other() {
        return this == INTERVIEWER ? CANDIDATE : INTERVIEWER;
    }
}
