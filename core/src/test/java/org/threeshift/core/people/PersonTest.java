package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonTest {
    private static final Person ZOE = named("zoe", 1);
    private static final Person ELODIE = named("Élodie", 2);
    private static final Person INGRID = named("Ingrid", 3);
    private static final Person CHIDI = named("Chidi", 4);

    @Test
    void names_stand_where_people_look_for_them() {
        List<Person> looked = List.of(CHIDI, ELODIE, INGRID, ZOE);
        assertThat(List.of(ZOE, ELODIE, INGRID, CHIDI).stream().sorted(Person.BY_NAME))
                .containsExactlyElementsOf(looked);
    }

    @Test
    void two_of_one_name_keep_one_order() {
        Person other = named("Ingrid", 5);
        assertThat(List.of(other, INGRID).stream().sorted(Person.BY_NAME)).containsExactly(INGRID, other);
    }

    private static Person named(String name, long id) {
        return new Person(new PersonId(new UUID(0, id)), name, Optional.empty(), Role.MEMBER, ZoneOffset.UTC, false);
    }
}
