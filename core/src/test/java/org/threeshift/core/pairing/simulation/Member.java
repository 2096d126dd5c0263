package org.threeshift.core.pairing.simulation;

import java.util.Set;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.pairing.Standing;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Seniority;

/**
 * Somebody made up, with what nobody knows of them beforehand.
 *
 * @param standing where they truly stand; it is seen once they have been interviewed
 * @param often    the chance that they take part in a week's draw
 * @param keeps    the chance that they turn up at what they confirmed
 * @param confirms the chance that they say yes to a proposed pair in time
 * @param eager    when they say so, from 0, at once, to 1, in the last minute
 */
record Member(
        int number,
        PersonId person,
        String role,
        Seniority level,
        Set<String> languages,
        WeeklyHours hours,
        Standing standing,
        double often,
        double keeps,
        double confirms,
        double eager) {}
