package org.threeshift.core.people;

import java.util.List;

/**
 * Candidates whom one coach follows.
 *
 * @param members in the order of their names
 */
public record Cohort(CohortId id, String name, PersonId coach, List<Person> members) {
    public Cohort {
        members = members.stream().sorted(Person.BY_NAME).toList();
    }
}
