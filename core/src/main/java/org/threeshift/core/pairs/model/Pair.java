package org.threeshift.core.pairs.model;

import java.time.Instant;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * Two people who were put together.
 *
 * @param one   whoever interviews first, unless the questions ask for the other way round
 * @param first the id that the first half of their exchange has or will have: fixed beforehand, so that there is never another
 */
public record Pair(
        PairId id, Origin origin, PersonId one, PersonId other, Instant madeAt, InterviewId first, PairState state) {
    /** @throws IllegalArgumentException for one and the same person */
    public Pair {
        if (one.equals(other)) {
            throw new IllegalArgumentException("a pair is two people");
        }
    }

    public boolean has(PersonId person) {
        return one.equals(person) || other.equals(person);
    }

    /** The partner of one of the two. */
    public PersonId partnerOf(PersonId person) {
        if (!has(person)) {
            throw new IllegalArgumentException("that is not one of the two");
        }
        return one.equals(person) ? other : one;
    }

    public Set<PersonId> both() {
        return Set.of(one, other);
    }

    /** How it stands as far as one of the two may know: of somebody who will not meet them they learn no more than that no answer came. */
    public Pair seenBy(PersonId reader) {
        return switch (state) {
            case PairState.Parted parted
            when parted.by().equals(reader) ->
                in(new PairState.Released(parted.hour(), PairState.Why.APART, Set.of(), false));
            case PairState.Parted(var hour, var confirmBy, var _, var answered) ->
                in(
                        answered
                                ? new PairState.HalfConfirmed(hour, confirmBy, reader)
                                : new PairState.Proposed(hour, confirmBy));
            case PairState _ -> this;
        };
    }

    public Pair in(PairState next) {
        return new Pair(id, origin, one, other, madeAt, first, next);
    }
}
