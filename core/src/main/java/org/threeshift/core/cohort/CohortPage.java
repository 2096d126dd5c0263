package org.threeshift.core.cohort;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * A cohort as its coaches see it.
 *
 * @param coaches     the owner and the others, by name
 * @param memberships everybody who was ever asked, the newest first
 * @param people      whoever is named in it; who was in it, or said no, by name alone
 */
public record CohortPage(
        Cohort cohort, List<Person> coaches, List<Membership> memberships, Map<PersonId, Person> people) {
    public CohortPage {
        coaches = coaches.stream().sorted(Person.BY_NAME).toList();
        memberships = List.copyOf(memberships);
        people = people.values().stream().collect(Collectors.toUnmodifiableMap(Person::id, seen(coaches, memberships)));
    }

    /** Who has gone has not agreed that the coaches learn anything later, such as another address. */
    private static UnaryOperator<Person> seen(List<Person> coaches, List<Membership> memberships) {
        Set<PersonId> whole = Stream.concat(
                        coaches.stream().map(Person::id),
                        memberships.stream()
                                .filter(one -> one.lasts() || one.open())
                                .flatMap(one -> one.person().stream()))
                .collect(Collectors.toUnmodifiableSet());
        return person -> whole.contains(person.id()) ? person : person.byNameAlone();
    }

    /** Who was asked and has not answered, the newest first. */
    public List<Membership> invitations() {
        return memberships.stream().filter(Membership::open).toList();
    }

    /** Who is in it now. */
    public List<Membership> members() {
        return memberships.stream().filter(Membership::lasts).toList();
    }

    /** Who was in it, once each, and is not any more. */
    public List<Membership> former() {
        var in = cohort.members().stream().map(Person::id).toList();
        return memberships.stream()
                .filter(Membership::over)
                .filter(past -> past.person().filter(in::contains).isEmpty())
                .collect(Collectors.toMap(Membership::person, past -> past, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Who said no, the newest first. */
    public List<Membership> declined() {
        return memberships.stream()
                .filter(one ->
                        one.ending().filter(Membership.Ending.DECLINED::equals).isPresent())
                .toList();
    }

    /** Whoever has joined; until then a coach knows the address alone by which they asked. */
    public Optional<Person> person(Membership of) {
        return of.agreedAt().isPresent() ? of.person().map(people::get) : Optional.empty();
    }

    /** The address by which somebody was asked. */
    public String address(Membership of) {
        return of.email()
                .or(() -> of.person().map(people::get).flatMap(Person::email))
                .orElse("");
    }

    /** The name by which the coach called whoever has not joined, or else their address. */
    public String called(Membership of) {
        return of.about().name().isEmpty() ? address(of) : of.about().name();
    }
}
