package org.threeshift.core.evening.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who meets whom.
 *
 * <ul>
 *   <li>Nobody is in two rooms at once, and who must not meet never do.
 *   <li>Nobody is in a slot in which they are busy.
 *   <li>Nobody meets somebody again while there is anybody free then whom they may meet and have met less often. That holds for both of a
 *       meeting, also when rooms are scarce: then whoever would have to meet somebody again sits out.
 *   <li>A slot has as many meetings as the rooms, the people and the rule above allow.
 *   <li>After every slot everybody has interviewed first as often as second, one more or less, and everybody has sat out as often as
 *       everybody else, one more or less: in a plan made at once of people who may all meet. Where some must not meet or are busy, or after a
 *       change, as evenly as slot by slot can be, whoever sat out most coming first.
 * </ul>
 *
 * @param meetings in the order of slots and rooms
 */
public record Plan(List<Meeting> meetings) {
    public Plan {
        meetings = meetings.stream()
                .sorted(Comparator.comparingInt(Meeting::slot).thenComparingInt(Meeting::room))
                .toList();
    }

    /** Of the slots that are to be planned. */
    public static Plan of(Wanted wanted) {
        var lots = new Lots(wanted.seed());
        var company = new Company(wanted, lots);
        int people = company.size();
        int most = Math.min(wanted.rooms(), people / 2);
        List<List<int[]>> slots = company.isFresh() && wanted.before().isEmpty() && Circle.fits(people, most)
                ? Circle.slots(people, most, wanted.slots() - wanted.from() + 1)
                : new SlotBySlot(company, wanted, lots).slots();
        List<int[]> seated =
                Chairs.seat(people, slots.stream().flatMap(List::stream).toList(), company.lead());
        return new Plan(withRooms(company, wanted, slots, seated));
    }

    /** A meeting that was planned before keeps its room and its chairs where it can. */
    private static List<Meeting> withRooms(
            Company company, Wanted wanted, List<List<int[]>> slots, List<int[]> seated) {
        Map<List<Object>, Meeting> before = wanted.before().stream()
                .collect(Collectors.toMap(
                        meeting -> List.of(meeting.slot(), Set.of(meeting.first(), meeting.second())),
                        Function.identity(),
                        (one, _) -> one));
        List<Meeting> made = new ArrayList<>();
        int at = 0;
        for (int index = 0; index < slots.size(); index++) {
            int slot = wanted.from() + index;
            List<int[]> here = seated.subList(at, at + slots.get(index).size());
            at += here.size();
            List<Meeting> standing = new ArrayList<>();
            List<int[]> rest = new ArrayList<>();
            for (int[] pair : here) {
                Meeting was = before.get(List.of(slot, Set.of(company.get(pair[0]), company.get(pair[1]))));
                if (was != null && was.room() <= wanted.rooms()) {
                    standing.add(new Meeting(slot, was.room(), company.get(pair[0]), company.get(pair[1])));
                } else {
                    rest.add(pair);
                }
            }
            Set<Integer> taken = standing.stream().map(Meeting::room).collect(Collectors.toSet());
            int room = 1;
            for (int[] pair : rest) {
                while (taken.contains(room)) {
                    room++;
                }
                standing.add(new Meeting(slot, room++, company.get(pair[0]), company.get(pair[1])));
            }
            made.addAll(standing);
        }
        return made;
    }

    public List<Meeting> of(int slot) {
        return meetings.stream().filter(meeting -> meeting.slot() == slot).toList();
    }
}
