package org.threeshift.core.pairs.model;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.PersonId;

/**
 * How things stand between the two.
 *
 * <pre>
 *   proposed ─▶ half confirmed ─▶ confirmed ─▶ kept | missed
 *       ├──────────────┼─▶ released   └─▶ cancelled | released
 *       └──────────────┴─▶ parted ─▶ released
 * </pre>
 */
public sealed interface PairState {
    /** For which both were put together, or what they agreed on since. */
    Span hour();

    /** It waits for a word of somebody. */
    sealed interface Undecided extends PairState {
        Instant confirmBy();
    }

    /** Both may still agree. */
    sealed interface Open extends Undecided {}

    /** Nothing will come of it any more. */
    sealed interface Over extends PairState {}

    record Proposed(Span hour, Instant confirmBy) implements Open {}

    /** @param by who has confirmed */
    record HalfConfirmed(Span hour, Instant confirmBy, PersonId by) implements Open {}

    /**
     * One of them will not meet the other, and only they know: to the other it waits for a word as before, and ends like any pair of
     * which somebody did not answer.
     *
     * @param by       who will not
     * @param answered whether the other has confirmed
     */
    record Parted(Span hour, Instant confirmBy, PersonId by, boolean answered) implements Undecided {}

    /**
     * Both know each other's names, and their exchange is set up.
     *
     * @param wish of one of them, for another hour
     */
    record Confirmed(Span hour, Optional<Wish> wish) implements PairState {}

    /** Another hour, as one of them would like it. The old one stands until the other says yes. */
    record Wish(PersonId by, Span hour) {}

    /**
     * Nobody broke a promise.
     *
     * @param by     whose doing it was; nobody's when it is empty
     * @param agreed whether both had confirmed before, and so know each other's names
     */
    record Released(Span hour, Why why, Set<PersonId> by, boolean agreed) implements Over {
        public Released {
            by = Set.copyOf(by);
        }
    }

    /** Why two were released. Names are stored, so that none is ever changed. */
    enum Why {
        /** The time to confirm ran out. */
        LAPSED,
        DECLINED,
        /** Somebody had something else at that hour by then. */
        BUSY,
        /** There was no round that the two could hold. */
        NO_ROUND,
        /** They were parted for good. */
        APART,
        /** The installation was down when the clock should have looked. */
        UNWATCHED
    }

    /** @param late whether it came so late that it counts */
    record Cancelled(Span hour, PersonId by, boolean late) implements Over {}

    /** Both came. */
    record Kept(Span hour) implements Over {}

    /** @param missing who did not come; not empty */
    record Missed(Span hour, Set<PersonId> missing) implements Over {
        public Missed {
            missing = Set.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("somebody is missing when an hour is missed");
            }
        }
    }
}
