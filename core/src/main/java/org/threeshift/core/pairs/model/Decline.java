package org.threeshift.core.pairs.model;

/** Why somebody does not want a proposed pair. Only for themselves and for statistics: the other never sees it. Names are stored. */
public enum Decline {
    HOUR(true),
    OTHER_PARTNER(true),
    NOT_THIS_WEEK(false);

    private final boolean again;

    Decline(boolean again) {
        this.again = again;
    }

    /** Whether they would like to be matched anew at once, with somebody else. */
    public boolean again() {
        return again;
    }
}
