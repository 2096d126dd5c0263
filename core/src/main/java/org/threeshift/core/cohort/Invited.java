package org.threeshift.core.cohort;

import java.util.List;
import org.threeshift.core.people.Person;

/**
 * A cohort as somebody sees it who is asked to join, or is in it.
 *
 * @param coaches whoever follows it, the owner first
 */
public record Invited(Cohort cohort, Membership membership, List<Person> coaches) {
    public Invited {
        coaches = List.copyOf(coaches);
    }
}
