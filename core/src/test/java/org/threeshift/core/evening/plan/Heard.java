package org.threeshift.core.evening.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether anybody could read a question’s guide in one slot and be asked it in another: every deck is read and asked by everybody in its slot. */
final class Heard {
    private Heard() {}

    static boolean hostsWhatTheyAreYetToBeAsked(List<List<String>> decks) {
        Set<String> seen = new HashSet<>();
        return decks.stream().flatMap(List::stream).anyMatch(question -> !seen.add(question));
    }
}
