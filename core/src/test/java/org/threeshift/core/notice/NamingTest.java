package org.threeshift.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

class NamingTest {
    @Test
    void several_stand_in_the_order_in_which_people_look_names_up() {
        List<String> names = List.of("Zoë", "Élodie", "ada", "Ingrid");
        List<Person> people = IntStream.range(0, names.size())
                .mapToObj(number -> new Person(
                        new PersonId(new UUID(0, number + 1)),
                        names.get(number),
                        Optional.empty(),
                        Role.MEMBER,
                        ZoneOffset.UTC,
                        false))
                .toList();
        String whom = people.stream().map(person -> person.id().toString()).collect(Collectors.joining(","));
        assertThat(Naming.of(people).named(Map.of("whom", whom)))
                .containsEntry("whom", String.join(Wording.text("between"), "ada", "Élodie", "Ingrid", "Zoë"));
    }
}
