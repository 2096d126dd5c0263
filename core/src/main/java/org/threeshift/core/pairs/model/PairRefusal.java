package org.threeshift.core.pairs.model;

/** Why something cannot be done with a pair. */
public enum PairRefusal {
    NOT_FOUND,
    /** The time to confirm has run out. */
    TOO_LATE,
    /** Nothing will come of the pair any more. */
    OVER,
    /** The other has not confirmed yet. */
    NOT_CONFIRMED,
    /** Both have confirmed: from then on one calls off, with a reason. */
    CONFIRMED,
    REASON_MISSING,
    REASON_TOO_LONG,
    /** Characters that cannot be shown. */
    REASON_UNPRINTABLE,
    /** The hour has come. */
    BEGUN,
    /** Nobody asks for another hour, or for another one than that by now. */
    NO_WISH,
    /** The other has to say yes. */
    OWN_WISH,
    /** That hour is too near, or past. */
    HOUR_PASSED,
    /** Not a round that they may ask, or not any more. */
    ROUND_NOT_THERE,
    /** Whoever says yes has something else then. */
    BUSY,
    /** Not an hour that both have. */
    NOT_SHARED,
    /** Somebody has something else then by now. */
    HOUR_TAKEN;

    /** Whether it is about what was typed or chosen, and not about how the pair stands. */
    public boolean ofField() {
        return this == REASON_MISSING
                || this == REASON_TOO_LONG
                || this == REASON_UNPRINTABLE
                || this == ROUND_NOT_THERE;
    }
}
