package org.threeshift.core.cohort;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * What a coach may see of somebody: the interviews that were held while they were a member who had agreed. What was held in
 * that time stays visible, what came before or comes later does not.
 *
 * @param from  when the member agreed
 * @param until when they left, were taken out, or the cohort ended; absent while they are in it
 */
public record Sight(PersonId person, Instant from, Optional<Instant> until) {

    /** One that nothing limits: a person's own. */
    public static Sight whole(PersonId person) {
        return new Sight(person, Instant.EPOCH, Optional.empty());
    }

    /** @param heldAt when an interview started */
    public boolean covers(PersonId candidate, Instant heldAt) {
        return person.equals(candidate)
                && !heldAt.isBefore(from)
                && until.map(heldAt::isBefore).orElse(true);
    }

    public boolean lasts() {
        return until.isEmpty();
    }

    /** The rule itself: some of the times that they were a member covers it. */
    public static boolean any(Collection<Sight> sights, PersonId candidate, Instant heldAt) {
        return sights.stream().anyMatch(sight -> sight.covers(candidate, heldAt));
    }

    static List<PersonId> lasting(Collection<Sight> sights) {
        return sights.stream()
                .filter(Sight::lasts)
                .map(Sight::person)
                .distinct()
                .toList();
    }
}
