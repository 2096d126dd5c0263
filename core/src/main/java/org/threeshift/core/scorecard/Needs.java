package org.threeshift.core.scorecard;

import static java.util.Comparator.comparingDouble;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The shifts that have a score, the one that needs practice most first: what the headline and the plan both go by, so that they
 * never name different ones.
 *
 * <p>Where at least two shifts stand on three questions or more, only these are in it, by the lower ends of their bands, then by
 * their scores. Otherwise all are in it, by their scores alone: a band that stands on two questions begins almost anywhere, and
 * would make the least asked shift the lowest. Equal ones come in the order of the shifts.
 */
record Needs(List<ShiftCard> neediestFirst) {
    Needs {
        neediestFirst = List.copyOf(neediestFirst);
    }

    static Needs of(List<ShiftCard> shifts) {
        List<ShiftCard> scored =
                shifts.stream().filter(card -> card.score().value().isPresent()).toList();
        List<ShiftCard> firm =
                scored.stream().filter(Predicate.not(Needs::hint)).toList();
        return firm.size() < 2
                ? new Needs(sorted(scored, comparingDouble(Needs::score)))
                : new Needs(sorted(firm, comparingDouble(Needs::low).thenComparingDouble(Needs::score)));
    }

    private static List<ShiftCard> sorted(List<ShiftCard> cards, Comparator<ShiftCard> order) {
        return cards.stream().sorted(order.thenComparing(ShiftCard::shift)).toList();
    }

    /** What to practise next; absent without any score. */
    Optional<ShiftCard> next() {
        return neediestFirst.stream().findFirst();
    }

    /** What needs practice least: another one than {@link #next}, unless that is the only one. */
    Optional<ShiftCard> strongest() {
        return neediestFirst.isEmpty() ? Optional.empty() : Optional.of(neediestFirst.getLast());
    }

    /** Whether it stands on so few questions that it is a hint and no finding. */
    static boolean hint(ShiftCard card) {
        return card.score().basis().small();
    }

    /** @param card with a score */
    static double score(ShiftCard card) {
        return card.score().value().orElseThrow();
    }

    /**
     * Where its band begins.
     *
     * @param card with a score
     */
    static double low(ShiftCard card) {
        return card.score() instanceof Score.Scored(var _, var band, var _) ? band.low() : Double.MAX_VALUE;
    }
}
