package org.threeshift.core.evening.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.threeshift.core.people.PersonId;

/**
 * What is to be planned.
 *
 * @param since  whoever is there, and the first slot that counts for them: in an earlier one nobody sits out
 * @param apart  who must never meet
 * @param busy   who cannot be in a slot, which then does not count for them
 * @param rooms  how many can meet at once
 * @param slots  of the whole evening
 * @param from   the first slot that is to be planned; all before are past
 * @param held   what was held in the slots before
 * @param before what was planned from {@code from} on until now: what can stay does, where nothing else is the worse for it
 * @param seed   another one is another plan
 */
public record Wanted(
        Map<PersonId, Integer> since,
        Set<Apart> apart,
        Set<Busy> busy,
        int rooms,
        int slots,
        int from,
        List<Meeting> held,
        List<Meeting> before,
        long seed) {
    public static final int MOST_PEOPLE = 60;
    public static final int MOST_ROOMS = 30;
    public static final int MOST_SLOTS = 12;

    public Wanted {
        since = Map.copyOf(since);
        apart = Set.copyOf(apart);
        busy = Set.copyOf(busy);
        held = List.copyOf(held);
        before = List.copyOf(before);
        if (since.size() > MOST_PEOPLE
                || rooms < 1
                || rooms > MOST_ROOMS
                || slots < 1
                || slots > MOST_SLOTS
                || from < 1
                || from > slots + 1) {
            throw new IllegalArgumentException(
                    "%d people, %d rooms, slots %d to %d".formatted(since.size(), rooms, from, slots));
        }
    }

    /** Where nobody is busy. */
    public Wanted(
            Map<PersonId, Integer> since,
            Set<Apart> apart,
            int rooms,
            int slots,
            int from,
            List<Meeting> held,
            List<Meeting> before,
            long seed) {
        this(since, apart, Set.of(), rooms, slots, from, held, before, seed);
    }

    /** Somebody who has something else in a slot. */
    public record Busy(PersonId person, int slot) {}

    /** Two who must never meet, whichever was named first. */
    public record Apart(PersonId one, PersonId other) {
        public Apart {
            if (one.value().compareTo(other.value()) > 0) {
                PersonId later = one;
                one = other;
                other = later;
            }
        }
    }

    /** The same as if nothing had been planned before. */
    Wanted without() {
        return new Wanted(since, apart, busy, rooms, slots, from, held, List.of(), seed);
    }

    public boolean isFree(PersonId person, int slot) {
        return !busy.contains(new Busy(person, slot));
    }

    public boolean mayMeet(PersonId one, PersonId other) {
        return !one.equals(other) && !apart.contains(new Apart(one, other));
    }
}
