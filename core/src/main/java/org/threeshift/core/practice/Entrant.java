package org.threeshift.core.practice;

import java.util.Map;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.pairing.Standing.Measured;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.reliability.Reliability;
import org.threeshift.core.rubric.Shift;

/**
 * Somebody whom a draw may match, with everything that it needs to know of them.
 *
 * @param levels the mean of each shift on their last published scorecard, and how sure it is; nothing of a shift without one, nor of
 *               somebody whose scores matching may not look at
 */
public record Entrant(
        PersonId person, Wish wish, WeeklyHours hours, Reliability reliability, Map<Shift, Measured> levels) {
    public Entrant {
        levels = Map.copyOf(levels);
    }
}
