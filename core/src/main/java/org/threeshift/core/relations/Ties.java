package org.threeshift.core.relations;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.people.PersonId;

/**
 * What there is between people who might be brought together.
 *
 * @param blocked    whom nothing brings together, whichever of them blocked the other
 * @param favourites whom somebody would like to meet again
 * @param met        when two last sat in one interview
 */
public record Ties(Set<Couple> blocked, Map<PersonId, Set<PersonId>> favourites, Map<Couple, Instant> met) {
    public Ties {
        blocked = Set.copyOf(blocked);
        favourites = Map.copyOf(favourites);
        met = Map.copyOf(met);
    }

    public boolean blocked(PersonId one, PersonId other) {
        return blocked.contains(new Couple(one, other));
    }

    /** Whether the first would like to meet the second again. */
    public boolean favours(PersonId who, PersonId whom) {
        return favourites.getOrDefault(who, Set.of()).contains(whom);
    }

    public Optional<Instant> met(PersonId one, PersonId other) {
        return Optional.ofNullable(met.get(new Couple(one, other)));
    }
}
