package org.threeshift.core.pairing;

import java.time.Duration;

/**
 * What speaks for a pair beyond that it is possible, first what is said of fewest pairs. Each gives from nothing to its most points; together they are at most 100.
 * That somebody has waited is no weight: it comes before all of them, see {@link Pairing#best()}.
 */
public enum Weight {
    /** Each is strong where the other is weak, as far as both standings are sure; one way alone counts half. */
    OPPOSITE_SHIFTS(30),
    /** One named the other as a favourite, or each the other: half the points for either. */
    FAVOURITE(16),
    /** They never met, or not for {@link #FORGOTTEN_AFTER}; what is more recent counts in proportion. */
    NOT_MET_LATELY(35),
    /** They keep what they promise about equally often; halved where one of them has promised nothing yet. */
    COMPATIBLE_RELIABILITY(15),
    /** They want to lead at the same height. */
    SAME_LEVEL(4);

    /** How long ago a meeting must lie to count as none. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofDays(56);

    private final int most;

    Weight(int most) {
        this.most = most;
    }

    public int most() {
        return most;
    }
}
