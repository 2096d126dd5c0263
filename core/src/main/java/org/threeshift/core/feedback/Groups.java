package org.threeshift.core.feedback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.threeshift.core.people.PersonId;

/**
 * Cards reach an interviewer in groups that hold answers of at least three different people each, in the order in which they
 * were first given. A group appears as a whole, so that nobody learns from what changed who has answered last, and a card
 * in a group stands for good.
 */
final class Groups {
    /** Fewer people than that could be told apart. */
    static final int PEOPLE = 3;

    private Groups() {}

    /** The groups that are complete, the oldest first. */
    static List<List<FeedbackCard>> complete(List<FeedbackCard> cards) {
        List<List<FeedbackCard>> groups = new ArrayList<>();
        List<FeedbackCard> waiting = new ArrayList<>();
        Set<PersonId> people = new HashSet<>();
        for (FeedbackCard card : cards) {
            waiting.add(card);
            people.add(card.candidate());
            if (people.size() == PEOPLE) {
                groups.add(List.copyOf(waiting));
                waiting.clear();
                people.clear();
            }
        }
        return groups;
    }
}
