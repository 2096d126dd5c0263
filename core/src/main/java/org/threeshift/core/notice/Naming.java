package org.threeshift.core.notice;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Puts names in the place of ids. Names are looked up when somebody reads, so that no notice calls somebody by a name that they gave
 * up.
 *
 * @param people whoever is named, by id
 */
record Naming(Map<PersonId, Person> people) {
    /** Values that are a person's id, or ids with commas between, or how somebody without an account is called. */
    private static final Set<String> OF_PEOPLE =
            Set.of("other", "by", "candidate", "owing", "whom", "partners", "gone", "alone");

    Naming {
        people = Map.copyOf(people);
    }

    /** Whoever is named in these values. */
    static Stream<PersonId> ids(Map<String, String> values) {
        return OF_PEOPLE.stream()
                .map(name -> values.getOrDefault(name, ""))
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .flatMap(id -> PersonId.parse(id).stream());
    }

    static Naming of(Collection<Person> people) {
        return new Naming(people.stream().collect(Collectors.toMap(Person::id, person -> person, (one, _) -> one)));
    }

    Map<String, String> named(Map<String, String> values) {
        var named = new HashMap<>(values);
        OF_PEOPLE.forEach(name -> named.computeIfPresent(name, (_, value) -> names(value)));
        return named;
    }

    private String names(String value) {
        if (PersonId.parse(value.split(",", -1)[0]).isEmpty()) {
            return value;
        }
        return Arrays.stream(value.split(",", -1))
                .flatMap(id -> PersonId.parse(id).stream())
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .sorted(Person.BY_NAME)
                .map(Person::name)
                .collect(Collectors.joining(Wording.text("between")));
    }
}
