package org.threeshift.core.cohort;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Candidates whom coaches follow.
 *
 * @param owner      the coach who answers for it
 * @param members    who is in it now, in the order of their names
 * @param archivedAt when it came to its end; then nobody is in it any more
 */
public record Cohort(CohortId id, String name, PersonId owner, List<Person> members, Optional<Instant> archivedAt) {
    public Cohort {
        members = members.stream().sorted(Person.BY_NAME).toList();
    }

    public boolean archived() {
        return archivedAt.isPresent();
    }

    public boolean isOwner(PersonId person) {
        return owner.equals(person);
    }
}
