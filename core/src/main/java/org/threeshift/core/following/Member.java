package org.threeshift.core.following;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.cohort.CohortPage;
import org.threeshift.core.cohort.Membership;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** @param since when they joined, the last time */
record Member(Person person, Instant since) {

    /** Who is in a cohort, or was when it was archived, by name. */
    static List<Member> of(CohortPage page) {
        boolean archived = page.cohort().archived();
        Map<PersonId, Membership> memberships = (archived ? page.former() : page.members())
                .stream()
                        .filter(one -> one.person().isPresent())
                        .collect(Collectors.toMap(
                                one -> one.person().orElseThrow(), Function.identity(), (first, _) -> first));
        Stream<Person> people = archived
                ? memberships.values().stream()
                        .flatMap(one -> page.person(one).stream())
                        .sorted(Person.BY_NAME)
                : page.cohort().members().stream();
        return people.flatMap(person -> Optional.ofNullable(memberships.get(person.id())).stream()
                        .map(one -> new Member(person, one.agreedAt().orElseThrow())))
                .toList();
    }
}
