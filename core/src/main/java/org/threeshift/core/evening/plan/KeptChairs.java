package org.threeshift.core.evening.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Lets people interview first where they were to do so before, as long as that is as even. People who do not meet, not even over others,
 * are looked at apart from each other: among them the seats of before are taken, or else all are turned if more then are as before.
 */
final class KeptChairs {
    private KeptChairs() {}

    /**
     * @param anew   as even as can be
     * @param before how each of them was seated; absent where it was not planned
     * @param lead   how often each was first before the first of them, less how often second
     */
    static List<int[]> of(List<int[]> anew, List<Optional<int[]>> before, int[] lead) {
        List<int[]> kept = new ArrayList<>(anew);
        for (List<Integer> together : groups(anew, lead.length)) {
            List<int[]> as = together.stream().map(anew::get).toList();
            List<Optional<int[]>> was = together.stream().map(before::get).toList();
            List<int[]> back = together.stream()
                    .map(index -> before.get(index).orElse(anew.get(index)))
                    .toList();
            List<int[]> turned =
                    as.stream().map(pair -> new int[] {pair[1], pair[0]}).toList();
            List<int[]> chosen = as;
            if (Chairs.asEven(back, as, lead)) {
                chosen = back;
            } else if (same(turned, was) > same(as, was) && Chairs.asEven(turned, as, lead)) {
                chosen = turned;
            }
            for (int index = 0; index < together.size(); index++) {
                kept.set(together.get(index), chosen.get(index));
            }
        }
        return kept;
    }

    private static long same(List<int[]> some, List<Optional<int[]>> before) {
        return IntStream.range(0, some.size())
                .filter(index -> before.get(index)
                        .filter(was -> Arrays.equals(some.get(index), was))
                        .isPresent())
                .count();
    }

    /** The meetings of those who meet, also over others, by their places in the list. */
    private static Iterable<List<Integer>> groups(List<int[]> meetings, int people) {
        int[] group = IntStream.range(0, people).toArray();
        for (int[] pair : meetings) {
            int from = group[pair[0]];
            int to = group[pair[1]];
            Arrays.setAll(group, person -> group[person] == from ? to : group[person]);
        }
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int index = 0; index < meetings.size(); index++) {
            groups.computeIfAbsent(group[meetings.get(index)[0]], _ -> new ArrayList<>())
                    .add(index);
        }
        return groups.values();
    }
}
