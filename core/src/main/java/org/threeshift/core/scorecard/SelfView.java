package org.threeshift.core.scorecard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.QuestionCard.ShiftLevels;

/**
 * How the candidate sees themselves on one shift, beside how the interviewers saw them, question by question. What counts and
 * which way it leans is {@link SelfGap}'s.
 *
 * @param pairs   on how many questions both gave a level
 * @param gap     mean over these of own level minus the interviewers' mean, in levels; absent without any
 * @param leaning see {@link SelfGap#leaning}
 * @param widest  the question on which the two lie farthest apart, at least half a level
 */
public record SelfView(Shift shift, int pairs, OptionalDouble gap, Leaning leaning, Optional<Pair> widest) {
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
        SelfGap self = SelfGap.of(pairs.stream().map(Pair::gap).toList());
        return new SelfView(
                shift,
                self.pairs(),
                self.gap(),
                self.leaning(),
                pairs.stream()
                        .filter(pair -> Math.abs(pair.gap()) >= SelfGap.MARGIN)
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
}
