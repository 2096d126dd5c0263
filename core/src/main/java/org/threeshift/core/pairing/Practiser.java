package org.threeshift.core.pairing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Seniority;

/**
 * A member who takes part in a draw, as far as pairing needs to know them.
 *
 * @param field       of the role for which they practise; who names none fits everyone
 * @param level       at which they want to lead; absent fits everyone
 * @param languages   ISO 639 codes, in any of which they would practise
 * @param open        when they can, what is booked already taken away
 * @param standing    where they are weak and strong; absent until there is a scorecard that tells
 * @param favourites  with whom they would like to practise again
 * @param blocked     whom they have blocked; it holds both ways, however one-sided
 * @param met         when they last met whom; each side's word suffices
 * @param reliability the share of commitments kept, 0 to 1; absent for those who have made none
 * @param waited      in how many draws running they took part and were left out; 0 for everyone else
 */
public record Practiser(
        PersonId person,
        Field field,
        Optional<Seniority> level,
        Set<String> languages,
        Spans open,
        Optional<Standing> standing,
        Set<PersonId> favourites,
        Set<PersonId> blocked,
        Map<PersonId, Instant> met,
        OptionalDouble reliability,
        int waited) {
    /** @throws IllegalArgumentException when reliability is not from 0 to 1, or somebody has waited less than never */
    public Practiser {
        if (reliability.isPresent() && !(reliability.getAsDouble() >= 0 && reliability.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("Reliability is from 0 to 1, not " + reliability.getAsDouble());
        }
        if (waited < 0) {
            throw new IllegalArgumentException("Nobody has waited " + waited + " draws");
        }
        languages = Set.copyOf(languages);
        favourites = Set.copyOf(favourites);
        blocked = Set.copyOf(blocked);
        met = Map.copyOf(met);
    }
}
