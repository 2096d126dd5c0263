package org.threeshift.core.scorecard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.QuestionCard.ShiftLevels;

/**
 * How the candidate sees themselves on one shift, beside how the interviewers saw them, question by question: only questions
 * on which both gave a level count, so that nobody is called overconfident for a question that only one side scored.
 *
 * @param pairs   on how many questions both gave a level
 * @param gap     mean over these of own level minus the interviewers' mean, in levels; absent without any
 * @param leaning {@link Leaning#TOO_LITTLE} below {@value #LEAST_PAIRS} pairs
 * @param widest  the question on which the two lie farthest apart, at least half a level
 */
public record SelfView(Shift shift, int pairs, OptionalDouble gap, Leaning leaning, Optional<Pair> widest) {
    static final int LEAST_PAIRS = 3;
    /** Levels are whole numbers: half of one is the smallest distance that is not lost in rounding. */
    static final double MARGIN = 0.5;

    /** Which way the candidate's own view leans. */
    public enum Leaning {
        HIGHER,
        LOWER,
        EVEN,
        TOO_LITTLE
    }

    /**
     * A question that both sides scored.
     *
     * @param own    the candidate's level
     * @param others the interviewers' mean
     */
    public record Pair(String questionId, String title, int own, double others) {
        public double gap() {
            return own - others;
        }
    }

    /** One a shift, in their order. */
    static List<SelfView> of(List<QuestionCard> questions) {
        return Arrays.stream(Shift.values()).map(shift -> of(shift, questions)).toList();
    }

    private static SelfView of(Shift shift, List<QuestionCard> questions) {
        List<Pair> pairs = questions.stream()
                .flatMap(card -> card.on(shift).stream().flatMap(levels -> pair(card, levels).stream()))
                .toList();
        OptionalDouble gap = pairs.stream().mapToDouble(Pair::gap).average();
        return new SelfView(
                shift,
                pairs.size(),
                gap,
                leaning(pairs.size(), gap.orElse(0)),
                pairs.stream()
                        .filter(pair -> Math.abs(pair.gap()) >= MARGIN)
                        .max(Comparator.comparingDouble(pair -> Math.abs(pair.gap()))));
    }

    private static Optional<Pair> pair(QuestionCard card, ShiftLevels levels) {
        return levels.mean().isPresent()
                ? levels.self().stream()
                        .flatMapToInt(level -> level.value().stream())
                        .mapToObj(own -> new Pair(
                                card.question().id(),
                                card.question().title(),
                                own,
                                levels.mean().getAsDouble()))
                        .findFirst()
                : Optional.empty();
    }

    private static Leaning leaning(int pairs, double gap) {
        if (pairs < LEAST_PAIRS) {
            return Leaning.TOO_LITTLE;
        }
        if (Math.abs(gap) < MARGIN) {
            return Leaning.EVEN;
        }
        return gap > 0 ? Leaning.HIGHER : Leaning.LOWER;
    }
}
