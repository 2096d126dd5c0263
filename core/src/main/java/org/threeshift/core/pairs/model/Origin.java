package org.threeshift.core.pairs.model;

import java.time.Duration;
import java.time.Instant;

/** Where two were put together. Names are stored, so that none is ever changed. */
public enum Origin {
    /** In a draw, for an hour of the coming week. */
    DRAW,
    /** In the waiting room, for this minute. */
    NOW;

    /** How long both have to confirm what a draw proposes. */
    public static final Duration CONFIRM_WITHIN = Duration.ofDays(2);
    /** But until so long before the hour at most: by then everybody knows. */
    public static final Duration SETTLED_BEFORE = Duration.ofHours(24);
    /** How long both have in the waiting room. */
    public static final Duration TAP_WITHIN = Duration.ofSeconds(60);

    /** Until when both have to have confirmed, never before they were put together. */
    public Instant confirmBy(Instant madeAt, Instant startsAt) {
        if (this == NOW) {
            return madeAt.plus(TAP_WITHIN);
        }
        Instant within = madeAt.plus(CONFIRM_WITHIN);
        Instant before = startsAt.minus(SETTLED_BEFORE);
        Instant by = within.isBefore(before) ? within : before;
        return by.isBefore(madeAt) ? madeAt : by;
    }
}
