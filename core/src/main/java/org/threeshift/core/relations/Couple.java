package org.threeshift.core.relations;

import org.threeshift.core.people.PersonId;

/** Two people, whichever was named first. */
public record Couple(PersonId one, PersonId other) {
    /** @throws IllegalArgumentException for one and the same person */
    public Couple {
        if (one.equals(other)) {
            throw new IllegalArgumentException("a couple is two people");
        }
        if (one.value().compareTo(other.value()) > 0) {
            PersonId later = one;
            one = other;
            other = later;
        }
    }

    public boolean has(PersonId person) {
        return one.equals(person) || other.equals(person);
    }
}
