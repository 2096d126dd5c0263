package org.threeshift.core.evening.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        List<List<int[]>> slots = slots(company, wanted, lots);
        return new Plan(withRooms(company, wanted, slots, seated(company, wanted, slots)));
    }

    /** Where nothing has happened yet, what was planned before stays only in a plan that is as good as one without it. */
    private static List<List<int[]>> slots(Company company, Wanted wanted, Lots lots) {
        if (wanted.before().isEmpty() || !company.isFresh()) {
            return anew(company, wanted, lots);
        }
        var keeping = new SlotBySlot(company, wanted, lots);
        return keeping.spotless() ? keeping.slots() : anew(company, wanted.without(), lots);
    }

    private static List<List<int[]>> anew(Company company, Wanted wanted, Lots lots) {
        int most = Math.min(wanted.rooms(), company.size() / 2);
        return company.isFresh() && Circle.fits(company.size(), most)
                ? Circle.slots(company.size(), most, wanted.slots() - wanted.from() + 1)
                : new SlotBySlot(company, wanted, lots).slots();
    }

    private static List<int[]> seated(Company company, Wanted wanted, List<List<int[]>> slots) {
        List<int[]> anew =
                Chairs.seat(company.size(), slots.stream().flatMap(List::stream).toList(), company.lead());
        Set<List<Object>> planned = wanted.before().stream()
                .map(meeting -> List.<Object>of(meeting.slot(), meeting.first(), meeting.second()))
                .collect(Collectors.toSet());
        List<Optional<int[]>> before = new ArrayList<>();
        for (int index = 0; index < slots.size(); index++) {
            int slot = wanted.from() + index;
            for (int count = slots.get(index).size(); count > 0; count--) {
                int[] pair = anew.get(before.size());
                before.add(Stream.of(pair, new int[] {pair[1], pair[0]})
                        .filter(one -> planned.contains(List.of(slot, company.get(one[0]), company.get(one[1]))))
                        .findFirst());
            }
        }
        return KeptChairs.of(anew, before, company.lead());
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
