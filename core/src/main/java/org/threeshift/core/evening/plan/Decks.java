package org.threeshift.core.evening.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Questions for each slot, such that no question is in two slots. Whoever reads a question's guide in one slot, as interviewer of
 * either half, is therefore asked it in no other; that the halves of one meeting share none is the exchange's own rule.
 */
public final class Decks {
    /** One for each half. */
    private static final int FEWEST = 2;

    private Decks() {}

    /** @param minutes that it takes */
    public record Card(String question, int minutes) {}

    /**
     * Deals like cards, in turn, so that each slot has some of each round, until a slot has as much as it takes.
     *
     * @param cards   in the order of their rounds; each question once
     * @param minutes of a slot; a question that is longer than half of it is left out
     * @return absent when there are not two questions for each slot
     */
    public static Optional<List<List<String>>> deal(List<Card> cards, int slots, int minutes) {
        List<List<String>> decks = new ArrayList<>();
        int[] filled = new int[slots];
        for (int slot = 0; slot < slots; slot++) {
            decks.add(new ArrayList<>());
        }
        int next = 0;
        for (Card card : cards) {
            if (card.minutes() > minutes / 2) {
                continue;
            }
            for (int tried = 0; tried < slots; tried++) {
                int slot = next;
                next = (next + 1) % slots;
                if (decks.get(slot).size() < FEWEST || filled[slot] + card.minutes() <= minutes) {
                    decks.get(slot).add(card.question());
                    filled[slot] += card.minutes();
                    break;
                }
            }
        }
        return decks.stream().allMatch(deck -> deck.size() >= FEWEST)
                ? Optional.of(decks.stream().map(List::copyOf).toList())
                : Optional.empty();
    }

    /**
     * What is in no deck, dealt in turn as well: for those who may not host what their slot has.
     *
     * @param cards the most fitting first
     */
    public static List<List<Card>> spare(List<Card> cards, List<List<String>> decks, int minutes) {
        Set<String> dealt = decks.stream().flatMap(List::stream).collect(Collectors.toSet());
        List<List<Card>> spare = new ArrayList<>();
        decks.forEach(_ -> spare.add(new ArrayList<>()));
        int next = 0;
        for (Card card : cards) {
            if (!decks.isEmpty() && card.minutes() <= minutes / 2 && dealt.add(card.question())) {
                spare.get(next++ % decks.size()).add(card);
            }
        }
        return spare.stream().map(List::copyOf).toList();
    }

    /** For how many slots the cards are enough. */
    public static int enoughFor(List<Card> cards, int minutes) {
        return (int) cards.stream()
                        .filter(card -> card.minutes() <= minutes / 2)
                        .count()
                / FEWEST;
    }
}
