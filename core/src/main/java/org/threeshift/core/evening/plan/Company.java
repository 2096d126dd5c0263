package org.threeshift.core.evening.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.threeshift.core.people.PersonId;

/** Whoever is there, by numbers, with whom they met and how often they sat out before the first slot that is to be planned. */
final class Company {
    private static final int GONE = -1;

    private final List<PersonId> people;
    private final boolean[][] may;
    private final int[][] met;
    private final int[] satOut;
    private final Wanted wanted;
    /** How often they interviewed first, less how often second. */
    private final int[] lead;

    Company(Wanted wanted, Lots lots) {
        this.wanted = wanted;
        people = wanted.since().keySet().stream()
                .sorted(Comparator.comparingInt((PersonId person) -> lots.of(person.value()))
                        .thenComparing(PersonId::value))
                .toList();
        int size = people.size();
        may = new boolean[size][size];
        met = new int[size][size];
        satOut = new int[size];
        lead = new int[size];
        Map<PersonId, Integer> number = new HashMap<>();
        for (int one = 0; one < size; one++) {
            number.put(people.get(one), one);
            int since = Math.min(wanted.since().getOrDefault(people.get(one), 1), wanted.from());
            for (int slot = Math.max(1, since); slot < wanted.from(); slot++) {
                satOut[one] += isFree(one, slot) ? 1 : 0;
            }
            for (int other = 0; other < size; other++) {
                may[one][other] = wanted.mayMeet(people.get(one), people.get(other));
            }
        }
        wanted.held().forEach(meeting -> count(meeting, number));
    }

    private void count(Meeting meeting, Map<PersonId, Integer> number) {
        int first = number.getOrDefault(meeting.first(), GONE);
        int second = number.getOrDefault(meeting.second(), GONE);
        if (first != GONE) {
            lead[first]++;
            seated(meeting, first);
        }
        if (second != GONE) {
            lead[second]--;
            seated(meeting, second);
        }
        if (first != GONE && second != GONE) {
            met[first][second]++;
            met[second][first]++;
        }
    }

    private void seated(Meeting meeting, int one) {
        if (meeting.slot() >= wanted.since().getOrDefault(people.get(one), 1) && isFree(one, meeting.slot())) {
            satOut[one]--;
        }
    }

    int size() {
        return people.size();
    }

    PersonId get(int one) {
        return people.get(one);
    }

    boolean may(int one, int other) {
        return may[one][other];
    }

    boolean isFree(int one, int slot) {
        return wanted.isFree(people.get(one), slot);
    }

    int[][] met() {
        int[][] copy = new int[met.length][];
        for (int one = 0; one < met.length; one++) {
            copy[one] = met[one].clone();
        }
        return copy;
    }

    int[] satOut() {
        return satOut.clone();
    }

    int[] lead() {
        return lead.clone();
    }

    /** Whether everybody may meet everybody in every slot and nothing has happened yet: then the circle method says it all. */
    boolean isFresh() {
        if (!wanted.busy().isEmpty()) {
            return false;
        }
        for (int one = 0; one < size(); one++) {
            for (int other = 0; other < size(); other++) {
                if (one != other && (!may[one][other] || met[one][other] > 0)) {
                    return false;
                }
            }
            if (satOut[one] != 0) {
                return false;
            }
        }
        return true;
    }
}
