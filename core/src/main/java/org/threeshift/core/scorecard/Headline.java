package org.threeshift.core.scorecard;

import java.util.List;
import java.util.Optional;

/**
 * Where somebody stands, in two short sentences: the first about the strongest shift, the second about the one to practise next.
 * Said to the candidate, or of them to somebody else.
 *
 * <p>Which shifts these are is decided by {@link Needs}, as for the first item of the {@link PracticePlan}. The first sentence follows
 * the strongest one's score: from 3.5 on it says that they act like a manager there, from 2.5 on that they begin to, and below that
 * they know their craft. It says no more than this either when the strongest is a hint from few answers while another shift is
 * more than that. The second one names what the next shift asks for; from 4.5 on, there is nothing left but to hold the height.
 * With a single score the second sentence asks for the others; without any the headline says that there is too little.
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
        Needs needs = Needs.of(shifts);
        return needs.strongest()
                .map(strongest -> strongest(strongest, needs) + " " + next(needs))
                .orElseGet(() -> text("nothing"));
    }

    private String strongest(Needs.One one, Needs needs) {
        boolean guessed = one.hint() && !needs.neediestFirst().stream().allMatch(Needs.One::hint);
        double score = one.mean();
        if (guessed || score < MIDDLE) {
            return text("low");
        }
        return text(Sentences.key(one.shift()) + (score < HIGH ? ".middle" : ".high"));
    }

    private String next(Needs needs) {
        if (needs.neediestFirst().size() < 2) {
            return text("others");
        }
        Needs.One next = needs.neediestFirst().getFirst();
        return next.mean() < TOP ? text(Sentences.key(next.shift()) + ".next") : text("top");
    }

    private String text(String key) {
        return about.map(name -> Sentences.text("headline.other." + key, name))
                .orElseGet(() -> Sentences.text("headline." + key));
    }
}
