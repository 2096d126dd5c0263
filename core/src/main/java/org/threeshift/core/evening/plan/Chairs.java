package org.threeshift.core.evening.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says who interviews first in each meeting, so that after every slot everybody has done so as often as not, one more or less.
 *
 * <p>Each person's first and second meeting are linked, the third and fourth, and so on: in one of the two they are first. As every
 * meeting has two ends and every end is linked to one other at most, the links make paths and circles, and whoever walks along one of
 * them finds the next meeting's first in the last one's second (as Euler walked over bridges). Where somebody has been first once too
 * often before, their next meeting is where a walk must end; two such ends may want the same, and then one of them gives way. What is
 * uneven after that is evened out along paths from who was first too often to who was too seldom, as long as there is such a path; then
 * no other way to seat these people in these meetings is more even (Borradaile et al. 2017, Egalitarian graph orientations).
 */
final class Chairs {
    private static final int FREE = -1;

    /** Two numbers each, of whom the one at 0 is first. */
    private final List<int[]> meetings;

    private final int[] lead;
    /** For both ends of each meeting, the end that it is linked to: twice the meeting's number, and one more for its second end. */
    private final int[] linked;
    /** For both ends, who must be first there: 1 they, −1 the other. */
    private final int[] fixed;

    private final boolean[] seated;

    private Chairs(int people, List<int[]> meetings, int[] lead) {
        this.meetings = meetings.stream().map(int[]::clone).toList();
        this.lead = lead.clone();
        this.linked = new int[2 * meetings.size()];
        this.fixed = new int[2 * meetings.size()];
        this.seated = new boolean[meetings.size()];
        Arrays.fill(linked, FREE);
        link(people);
    }

    /**
     * @param meetings in the order of their slots, by numbers from 0 to below {@code people}
     * @param lead     how often each was first before, less how often second
     * @return the same meetings, whoever interviews first named first
     */
    static List<int[]> seat(int people, List<int[]> meetings, int[] lead) {
        var chairs = new Chairs(people, meetings, lead);
        chairs.walk();
        chairs.even(people);
        return chairs.meetings;
    }

    /**
     * Whether one seating is as even as another of the same meetings: in the end, and on the way there.
     *
     * @param lead as above
     */
    static boolean asEven(List<int[]> one, List<int[]> other, int[] lead) {
        int[] first = unevenness(one, lead);
        int[] second = unevenness(other, lead);
        return first[0] <= second[0] && first[1] <= second[1];
    }

    private static int[] unevenness(List<int[]> meetings, int[] before) {
        int[] lead = before.clone();
        int onTheWay = 0;
        for (int[] pair : meetings) {
            lead[pair[0]]++;
            lead[pair[1]]--;
            onTheWay += Math.max(0, Math.abs(lead[pair[0]]) - 1) + Math.max(0, Math.abs(lead[pair[1]]) - 1);
        }
        return new int[] {Arrays.stream(lead).map(each -> each * each).sum(), onTheWay};
    }

    private void link(int people) {
        for (int person = 0; person < people; person++) {
            List<Integer> ends = new ArrayList<>();
            for (int meeting = 0; meeting < meetings.size(); meeting++) {
                for (int end = 0; end < 2; end++) {
                    if (meetings.get(meeting)[end] == person) {
                        ends.add(2 * meeting + end);
                    }
                }
            }
            int owing = Math.min(Math.abs(lead[person]), ends.size());
            for (int end = 0; end < owing; end++) {
                fixed[ends.get(end)] = lead[person] > 0 ? -1 : 1;
            }
            for (int end = owing; end + 1 < ends.size(); end += 2) {
                linked[ends.get(end)] = ends.get(end + 1);
                linked[ends.get(end + 1)] = ends.get(end);
            }
        }
    }

    private void walk() {
        // Walks begin where something is fixed, then at loose ends; what is left are circles.
        for (int end = 0; end < linked.length; end++) {
            if (fixed[end] != 0 && !seated[end / 2]) {
                walk(end, fixed[end] > 0);
            }
        }
        for (int end = 0; end < linked.length; end++) {
            if (linked[end] == FREE && !seated[end / 2]) {
                walk(end, true);
            }
        }
        for (int end = 0; end < linked.length; end += 2) {
            if (!seated[end / 2]) {
                walk(end, true);
            }
        }
        for (int[] meeting : meetings) {
            lead[meeting[0]]++;
            lead[meeting[1]]--;
        }
    }

    /** @param first whether the person at this end interviews first */
    private void walk(int start, boolean first) {
        int end = start;
        while (end != FREE && !seated[end / 2]) {
            int meeting = end / 2;
            boolean turned = (end % 2 == 0) != first;
            seated[meeting] = true;
            int through = linked[end ^ 1];
            if (turned) {
                turn(meetings.get(meeting));
            }
            end = through;
        }
    }

    private static void turn(int[] meeting) {
        int first = meeting[0];
        meeting[0] = meeting[1];
        meeting[1] = first;
    }

    /** Each step makes the sum of squares smaller, so that there are not many. */
    private void even(int people) {
        List<Integer> order = IntStream.range(0, people).boxed().toList();
        boolean changed = true;
        while (changed) {
            changed = order.stream()
                    .sorted(Comparator.comparingInt(person -> -lead[person]))
                    .anyMatch(from -> evenFrom(people, from));
        }
    }

    private boolean evenFrom(int people, int from) {
        int[] by = new int[people];
        Arrays.fill(by, FREE);
        Deque<Integer> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            int person = next.remove();
            if (lead[from] - lead[person] > 2) {
                turnBack(from, person, by);
                return true;
            }
            for (int meeting = 0; meeting < meetings.size(); meeting++) {
                int[] pair = meetings.get(meeting);
                if (pair[0] == person && pair[1] != from && by[pair[1]] == FREE) {
                    by[pair[1]] = meeting;
                    next.add(pair[1]);
                }
            }
        }
        return false;
    }

    private void turnBack(int from, int until, int[] by) {
        int person = until;
        while (person != from) {
            int[] meeting = meetings.get(by[person]);
            person = meeting[0];
            turn(meeting);
        }
        lead[from] -= 2;
        lead[until] += 2;
    }
}
