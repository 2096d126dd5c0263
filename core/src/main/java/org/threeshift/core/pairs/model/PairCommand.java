package org.threeshift.core.pairs.model;

import java.util.Set;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.PersonId;

/** What somebody wants of a pair, or what the clock and other features know of it. */
public sealed interface PairCommand {
    /** A word of one of the two. */
    sealed interface Said extends PairCommand {
        PersonId by();
    }

    record Confirm(PersonId by) implements Said {}

    record Decline(PersonId by) implements Said {}

    record Cancel(PersonId by) implements Said {}

    /** @param hour one that both have */
    record AskToMove(PersonId by, Span hour) implements Said {}

    /** @param hour the one that they saw and mean: another one may have been asked for meanwhile */
    record AgreeToMove(PersonId by, Span hour) implements Said {}

    /** The old hour stays: the other does not want to move, or whoever asked takes it back. */
    record StayAtHour(PersonId by) implements Said {}

    /** The clock looks whether the time to confirm has run out. */
    record LookAtTime() implements PairCommand {}

    /** One of the two is not to meet the other, who must not learn of it. */
    record Separate(PersonId by) implements PairCommand {}

    /**
     * The clock decides, once the time to come is over.
     *
     * @param came    who of them was in the lobby in time
     * @param watched whether anybody kept watch in that time
     */
    record Judge(Set<PersonId> came, boolean watched) implements PairCommand {
        public Judge {
            came = Set.copyOf(came);
        }
    }

    /** Their interview stands at another hour now. */
    record Follow(Span hour) implements PairCommand {}

    /** Their interview was called off by itself. */
    record CalledOff(PersonId by) implements PairCommand {}
}
