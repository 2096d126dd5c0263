package org.threeshift.core.pairing.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.pairing.Field;
import org.threeshift.core.pairing.Practiser;
import org.threeshift.core.pairing.Standing;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.reliability.Commitment;
import org.threeshift.core.reliability.Hold;
import org.threeshift.core.reliability.Keeping;
import org.threeshift.core.reliability.Reliability;

/** What became of a member so far, as the product would know it. */
final class History {
    private final Member member;
    private final Set<PersonId> favourites = new HashSet<>();
    private final Set<PersonId> blocked = new HashSet<>();
    private final Map<PersonId, Instant> met = new HashMap<>();
    private final List<Commitment> commitments = new ArrayList<>();
    private int interviews;
    private int waited;

    History(Member member) {
        this.member = member;
    }

    /** @param apart with whom they were in a pair of this draw that nobody confirmed */
    Practiser practiser(Spans open, Set<PersonId> apart, Instant now) {
        Reliability reliability = reliability(now);
        Set<PersonId> kept = new HashSet<>(blocked);
        kept.addAll(apart);
        return new Practiser(
                member.person(),
                Field.of(member.role()),
                Optional.of(member.level()),
                member.languages(),
                open,
                standing(),
                favourites,
                kept,
                met,
                reliability.counted() == 0 ? OptionalDouble.empty() : OptionalDouble.of(reliability.score()),
                waited);
    }

    Member member() {
        return member;
    }

    int waited() {
        return waited;
    }

    boolean hasMet(PersonId other) {
        return met.containsKey(other);
    }

    void leftOut() {
        waited++;
    }

    void joined() {
        waited = 0;
    }

    void committed(boolean turnedUp, Instant at) {
        commitments.add(new Commitment(
                new UUID(member.number(), commitments.size()), at, turnedUp ? Keeping.KEPT : Keeping.NO_SHOW));
    }

    /** By the product's own formula, with its fading and its pause. */
    private Reliability reliability(Instant now) {
        return Reliability.of(commitments, Hold.NONE, now);
    }

    boolean paused(Instant now) {
        return reliability(now).paused();
    }

    void meets(PersonId other, Instant when) {
        met.put(other, when);
        interviews++;
    }

    void likes(PersonId other) {
        favourites.add(other);
    }

    void blocks(PersonId other) {
        blocked.add(other);
    }

    /** Seen after the first interview, and surer with each more. */
    private Optional<Standing> standing() {
        Standing truth = member.standing();
        return interviews == 0
                ? Optional.empty()
                : Optional.of(new Standing(
                        truth.weak(), truth.strong(), truth.sure() * Math.min(1, 0.4 + 0.15 * interviews)));
    }
}
