package org.threeshift.core.pairing.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.threeshift.core.pairing.Drawn;
import org.threeshift.core.pairing.Practiser;
import org.threeshift.core.people.PersonId;

/**
 * Whether somebody was left out for nothing. The rules of what is possible are told here once more and in another way, so that a
 * mistake in the product's does not hide itself.
 */
record Fairness(Map<PersonId, Practiser> taking, Map<PersonId, PersonId> partners) {
    private static final Duration LENGTH = Duration.ofMinutes(90);

    Fairness(List<Practiser> taking, Drawn drawn) {
        this(taking.stream().collect(Collectors.toMap(Practiser::person, Function.identity())), new HashMap<>());
        drawn.pairs().forEach(pair -> {
            partners.put(pair.one(), pair.other());
            partners.put(pair.other(), pair.one());
        });
    }

    /** With a possible partner who is left out too, or is joined with somebody who has waited less. */
    boolean couldHavePractised(PersonId person) {
        Practiser left = get(person);
        return taking.values().stream().filter(other -> isPossible(left, other)).anyMatch(other -> {
            PersonId partner = partners.get(other.person());
            return partner == null || get(partner).waited() < left.waited();
        });
    }

    private static boolean isPossible(Practiser one, Practiser other) {
        return !one.person().equals(other.person())
                && one.field().fits(other.field())
                && Math.abs(one.level().orElseThrow().compareTo(other.level().orElseThrow())) <= 1
                && one.languages().stream().anyMatch(other.languages()::contains)
                && !one.blocked().contains(other.person())
                && !other.blocked().contains(one.person())
                && !one.open()
                        .intersection(other.open())
                        .starts(LENGTH, Duration.ofMinutes(15))
                        .isEmpty();
    }

    private Practiser get(PersonId person) {
        Practiser practiser = taking.get(person);
        if (practiser == null) {
            throw new IllegalStateException(person + " does not take part");
        }
        return practiser;
    }
}
