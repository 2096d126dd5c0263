package org.threeshift.core.cohort;

import java.time.Instant;
import org.threeshift.core.people.PersonId;

/** A coach, from a member's side: in which cohort they follow whom, and what of them. */
public record Follower(PersonId coach, CohortId cohort, Sight sight) {
    /** @param heldAt when an interview started */
    public boolean sees(PersonId candidate, Instant heldAt) {
        return sight.covers(candidate, heldAt);
    }
}
