package org.threeshift.core.pairing.simulation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.pairing.Practiser;
import org.threeshift.core.pairing.Standing;
import org.threeshift.core.people.PersonId;

/** What became of a member so far, as the product would know it. */
final class History {
    private static final int COMMITMENTS = 10;

    private final Member member;
    private final Set<PersonId> favourites = new HashSet<>();
    private final Set<PersonId> blocked = new HashSet<>();
    private final Map<PersonId, Instant> met = new HashMap<>();
    private final Deque<Boolean> kept = new ArrayDeque<>();
    private int interviews;
    private int waited;

    History(Member member) {
        this.member = member;
    }

    Practiser practiser(Spans open) {
        return new Practiser(
                member.person(),
                member.role(),
                Optional.of(member.level()),
                member.languages(),
                open,
                standing(),
                favourites,
                blocked,
                met,
                kept.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((double) kept.stream()
                                        .filter(Boolean::booleanValue)
                                        .count()
                                / kept.size()),
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

    void committed(boolean turnedUp) {
        kept.addLast(turnedUp);
        if (kept.size() > COMMITMENTS) {
            kept.removeFirst();
        }
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
