package org.threeshift.core.evening.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.threeshift.core.people.PersonId;

/** People for tests, by numbers. */
final class Guests {
    private Guests() {}

    static PersonId guest(int number) {
        return new PersonId(new UUID(0x0196_0000_0000_7000L, number));
    }

    static Map<PersonId, Integer> guests(int many) {
        return IntStream.rangeClosed(1, many).boxed().collect(Collectors.toMap(Guests::guest, _ -> 1));
    }

    static Wanted fresh(int people, int rooms, int slots, long seed) {
        return new Wanted(guests(people), Set.of(), rooms, slots, 1, List.of(), List.of(), seed);
    }

    /** Each two of them must not meet with this chance. */
    static Set<Wanted.Apart> apart(Random dice, int people, double chance) {
        Set<Wanted.Apart> apart = new HashSet<>();
        for (int one = 1; one <= people; one++) {
            for (int other = one + 1; other <= people; other++) {
                if (dice.nextDouble() < chance) {
                    apart.add(new Wanted.Apart(guest(one), guest(other)));
                }
            }
        }
        return apart;
    }
}
