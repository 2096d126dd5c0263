package org.threeshift.core.evening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeshift.core.evening.plan.Decks.Card;

/**
 * What a meeting is held on. Whoever is yet to be asked a question elsewhere does not host it, in neither half: what is open to a
 * host decides, and where the deck of the slot has nothing for both of them it is filled up from what no slot needs.
 *
 * @param firstHalf in their order
 * @param all       to which both halves are kept
 */
record MeetingQuestions(List<String> firstHalf, Set<String> all) {
    MeetingQuestions {
        firstHalf = List.copyOf(firstHalf);
        all = Set.copyOf(all);
    }

    /**
     * @param deck   of the slot
     * @param spare  of the slot, in no other one’s deck or spare
     * @param first  what whoever interviews first may not host
     * @param second what the other may not host
     * @param share  of either half, in minutes
     * @return absent when whoever interviews first may host nothing of it
     */
    static Optional<MeetingQuestions> choose(
            List<Card> deck, List<Card> spare, Set<String> first, Set<String> second, int share) {
        List<Card> both = Stream.concat(deck.stream(), spare.stream()).toList();
        int most = (deck.size() + 1) / 2;
        return of(deck, first, second, share, most)
                .filter(MeetingQuestions::forBoth)
                .or(() -> of(both, first, second, share, Math.max(1, most)));
    }

    /** Whether either may host anything of it. */
    static boolean hosts(List<Card> deck, List<Card> spare, Set<String> closed, int share) {
        return Stream.concat(deck.stream(), spare.stream()).anyMatch(card -> open(card, closed, share));
    }

    private boolean forBoth() {
        return all.size() > firstHalf.size();
    }

    private static Optional<MeetingQuestions> of(
            List<Card> cards, Set<String> first, Set<String> second, int share, int most) {
        Set<String> left = new HashSet<>(cards.stream()
                .filter(card -> open(card, second, share))
                .map(Card::question)
                .toList());
        List<String> chosen = chosen(cards, first, left, share, most);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        left.addAll(chosen);
        return Optional.of(new MeetingQuestions(chosen, left));
    }

    /** As many as fit, of which the last one that the other may host is none unless there is no other. */
    private static List<String> chosen(List<Card> cards, Set<String> first, Set<String> left, int share, int most) {
        List<Card> open =
                cards.stream().filter(card -> open(card, first, share)).toList();
        Set<String> kept = new HashSet<>(left);
        List<String> chosen = new ArrayList<>();
        int free = share;
        for (Card card : open) {
            boolean last = kept.size() == 1 && kept.contains(card.question());
            if (!last && card.minutes() <= free && chosen.size() < most) {
                chosen.add(card.question());
                kept.remove(card.question());
                free -= card.minutes();
            }
        }
        return chosen.isEmpty() ? open.stream().map(Card::question).limit(1).toList() : chosen;
    }

    private static boolean open(Card card, Set<String> closed, int share) {
        return card.minutes() <= share && !closed.contains(card.question());
    }
}
