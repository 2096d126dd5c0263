package org.threeshift.core.pairs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.practice.Entrant;

/** Puts people together: what core.pairing knows, asked with what core.practice knows. */
interface Matcher {
    /**
     * Two who were put together.
     *
     * @param why       codes, to be kept
     * @param languages that both have, by their codes
     */
    record Match(PersonId one, PersonId other, Span hour, String why, List<String> languages) {}

    /**
     * What came of a draw.
     *
     * @param odd who could have practised with somebody, all of whom practise with somebody else
     */
    record Matched(List<Match> matches, Set<PersonId> odd) {
        static final Matched NONE = new Matched(List.of(), Set.of());

        public Matched {
            matches = List.copyOf(matches);
            odd = Set.copyOf(odd);
        }
    }

    /**
     * @param waited in how many draws in a row each was left
     * @param apart  who is not put together again for now, beside those whom a block or a recent interview keeps apart
     */
    Matched match(Collection<Entrant> entrants, Map<PersonId, Integer> waited, Set<Set<PersonId>> apart, Span week);

    /**
     * For this moment, whatever their hours.
     *
     * @param inOrder first in line first
     */
    List<Match> now(List<Entrant> inOrder, Set<Set<PersonId>> apart, Span hour);
}
