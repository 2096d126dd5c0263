package org.threeshift.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeshift.core.people.PersonId;

class SightTest {
    private static final PersonId MIRA = new PersonId(new UUID(0, 1));
    private static final PersonId JONAS = new PersonId(new UUID(0, 2));

    /** Days of membership as from–until, and the day on which an interview started. */
    @ParameterizedTest(name = "a member on days {0}: held on day {1} is seen: {2}")
    @CsvSource(textBlock = """
            10-,        9,  false
            10-,       10,  true
            10-,       99,  true
            10-20,     19,  true
            10-20,     20,  false
            10-20,     21,  false
            10-20 30-, 25,  false
            10-20 30-, 30,  true
            10-20 30-, 15,  true
            10-10,     10,  false
            '',        10,  false
            """)
    void what_is_held_while_somebody_is_a_member_is_seen(String memberships, int held, boolean seen) {
        List<Sight> sights = Arrays.stream(memberships.split(" "))
                .filter(text -> !text.isBlank())
                .map(text -> sight(text.split("-", -1)))
                .toList();
        assertThat(Sight.any(sights, MIRA, day(held))).isEqualTo(seen);
        assertThat(Sight.any(sights, JONAS, day(held))).isFalse();
    }

    private static Sight sight(String[] days) {
        return new Sight(
                MIRA,
                day(Integer.parseInt(days[0])),
                Optional.of(days[1])
                        .filter(text -> !text.isEmpty())
                        .map(Integer::parseInt)
                        .map(SightTest::day));
    }

    private static Instant day(int number) {
        return Instant.EPOCH.plusSeconds(86_400L * number);
    }
}
