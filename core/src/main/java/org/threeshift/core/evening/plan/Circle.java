package org.threeshift.core.evening.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The circle method (Kirkman 1847, On a problem in combinations; de Werra 1981, Scheduling in sports): all but one stand on a circle
 * around a centre, which moves on by one from round to round; whoever stands at the same distance on either side of it meets, and the
 * one in the middle meets the one who does not stand on the circle. With an odd number all stand on it, and the one in the middle
 * sits out. In as many rounds as there are on the circle everybody meets everybody once.
 *
 * <p>Where there are fewer rooms than a round needs, the rounds are written one after the other, each by distance, and cut into slots
 * (an asynchronous round-robin tournament; Suksompong 2016). From round to round nobody's distance changes by more than one, so that of
 * 2m people nobody is in two of m − 1 meetings that follow each other.
 */
final class Circle {
    private Circle() {}

    /** Whether slots of so many meetings can be cut: with an odd number and too few rooms somebody would sit out twice before another once. */
    static boolean fits(int people, int meetings) {
        return meetings == people / 2 || (people % 2 == 0 && meetings < people / 2);
    }

    /** The meetings of each slot, by numbers from 0. */
    static List<List<int[]>> slots(int people, int meetings, int slots) {
        List<int[]> row = new ArrayList<>();
        for (int round = 0; row.size() < slots * meetings; round++) {
            row.addAll(round(people, round));
        }
        List<List<int[]>> cut = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            cut.add(List.copyOf(row.subList(slot * meetings, (slot + 1) * meetings)));
        }
        return cut;
    }

    private static List<int[]> round(int people, int round) {
        int around = people % 2 == 0 ? people - 1 : people;
        List<int[]> pairs = new ArrayList<>();
        if (around < people) {
            pairs.add(new int[] {around, round % around});
        }
        for (int distance = 1; distance <= (around - 1) / 2; distance++) {
            pairs.add(new int[] {Math.floorMod(round + distance, around), Math.floorMod(round - distance, around)});
        }
        return pairs;
    }
}
