package org.threeshift.core.feedback;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** For tests of the faces. */
final class InMemoryFeedback implements FeedbackStore {
    private final List<FeedbackCard> cards = new ArrayList<>();

    @Override
    public synchronized List<FeedbackCard> about(PersonId interviewer) {
        return cards.stream()
                .filter(card -> card.interviewer().equals(interviewer))
                .toList();
    }

    @Override
    public synchronized List<FeedbackCard> of(InterviewId interview) {
        return cards.stream()
                .filter(card -> card.interview().equals(interview))
                .sorted(comparing(card -> card.interviewer().toString()))
                .toList();
    }

    @Override
    public synchronized boolean put(FeedbackCard card, int known) {
        if (about(card.interviewer()).size() > known) {
            return false;
        }
        boolean there = cards.stream().anyMatch(before -> samePlace(before, card));
        if (there) {
            cards.replaceAll(before -> samePlace(before, card) ? card : before);
        } else {
            cards.add(card);
        }
        return true;
    }

    private static boolean samePlace(FeedbackCard one, FeedbackCard other) {
        return one.interview().equals(other.interview()) && one.interviewer().equals(other.interviewer());
    }
}
