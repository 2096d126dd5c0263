package org.threeshift.core.pairing;

import org.threeshift.core.hours.Span;
import org.threeshift.core.people.PersonId;

/**
 * Two who are to practise with each other.
 *
 * @param one      the one whose id comes first as text
 * @param when     the earliest quarter of an hour from which both are open as long as it takes
 * @param language that both would practise in, the first of those by its code
 */
public record Pair(PersonId one, PersonId other, Span when, String language, Reason reason) {
    public boolean has(PersonId person) {
        return one.equals(person) || other.equals(person);
    }

    /** @throws IllegalArgumentException when the person is neither */
    public PersonId partnerOf(PersonId person) {
        if (!has(person)) {
            throw new IllegalArgumentException(person + " is not of this pair");
        }
        return one.equals(person) ? other : one;
    }
}
