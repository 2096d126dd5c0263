package org.threeshift.core.scorecard;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Optional;

/**
 * Where somebody stands, in two short sentences: the first about the strongest shift, the second about the weakest. Said to the
 * candidate, or of them to somebody else.
 *
 * <p>The first one follows the strongest score: from 3.5 on it says that they act like a manager there, from 2.5 on that they
 * begin to, and below that they know their craft. The second one names what the weakest shift asks for; from 4.5 on, there
 * is nothing left but to hold the height. A shift that stands on fewer than three questions counts as strongest only when
 * none stands on more, and as weakest only when fewer than two do: a headline is no place for a guess. Equal scores go by the
 * order of the shifts, the earlier one counting as stronger. With a single score the second sentence asks for the others;
 * without any the headline says that there is too little.
 */
record Headline(Optional<String> about) {
    private static final double HIGH = 3.5;
    private static final double MIDDLE = 2.5;
    private static final double TOP = 4.5;

    /** To the candidate. */
    static String of(List<ShiftCard> shifts) {
        return new Headline(Optional.empty()).over(shifts);
    }

    /** Of the candidate, by this name. */
    static String of(List<ShiftCard> shifts, String candidate) {
        return new Headline(Optional.of(candidate)).over(shifts);
    }

    private String over(List<ShiftCard> shifts) {
        List<ShiftCard> scored = shifts.stream()
                .filter(card -> card.score().value().isPresent())
                .sorted(comparingDouble(Headline::score).reversed())
                .toList();
        if (scored.isEmpty()) {
            return text("nothing");
        }
        List<ShiftCard> solid =
                scored.stream().filter(card -> !card.score().basis().small()).toList();
        ShiftCard strongest = solid.isEmpty() ? scored.getFirst() : solid.getFirst();
        List<ShiftCard> others = (solid.size() < 2 ? scored : solid)
                .stream().filter(card -> card.shift() != strongest.shift()).toList();
        return strongest(strongest) + " " + next(others);
    }

    private String strongest(ShiftCard card) {
        double score = score(card);
        if (score < MIDDLE) {
            return text("low");
        }
        return text("" + Sentences.key(card.shift()) + (score < HIGH ? ".middle" : ".high"));
    }

    /** @param others the highest score first */
    private String next(List<ShiftCard> others) {
        if (others.isEmpty()) {
            return text("others");
        }
        ShiftCard weakest = others.getLast();
        return score(weakest) < TOP ? text("" + Sentences.key(weakest.shift()) + ".next") : text("top");
    }

    private String text(String key) {
        return about.map(name -> Sentences.text("headline.other." + key, name))
                .orElseGet(() -> Sentences.text("headline." + key));
    }

    private static double score(ShiftCard card) {
        return card.score().value().orElseThrow();
    }
}
