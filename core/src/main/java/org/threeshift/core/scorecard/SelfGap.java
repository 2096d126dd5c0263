package org.threeshift.core.scorecard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.rubric.Shift;

/**
 * How far the candidate's own view of one shift lies from the interviewers', and whether that is enough to say which way it leans.
 * The one rule for scorecards and for lists of many people: only questions on which both gave a level count, so that nobody is
 * called over-confident for a question that only one side scored.
 *
 * @param pairs on how many questions both gave a level
 * @param gap   mean over these of own level minus the interviewers' mean, in levels; absent without any
 */
public record SelfGap(int pairs, OptionalDouble gap) {
    static final int LEAST_PAIRS = 3;
    /** Levels are whole numbers: half of one is the smallest distance that is not lost in rounding. */
    static final double MARGIN = 0.5;

    public SelfGap {
        if (pairs < 0 || (pairs > 0) != gap.isPresent()) {
            throw new IllegalArgumentException("A gap is of pairs, not " + gap + " of " + pairs);
        }
    }

    /** @param gaps one for each question that both sides scored: own level minus the interviewers' mean */
    static SelfGap of(Collection<Double> gaps) {
        // In ascending order, so that the order in which questions come in cannot move the last bit of the sum.
        return new SelfGap(
                gaps.size(),
                gaps.stream().mapToDouble(Double::doubleValue).sorted().average());
    }

    /** @param marks the judgements of that shift */
    static SelfGap of(Shift shift, List<Mark> marks, List<SelfRating> self) {
        Map<String, List<Mark>> byQuestion = marks.stream().collect(Collectors.groupingBy(Mark::questionId));
        return of(self.stream()
                .filter(rating -> rating.shift() == shift)
                .flatMap(rating -> gap(rating, byQuestion.getOrDefault(rating.questionId(), List.of())).stream()
                        .boxed())
                .toList());
    }

    private static OptionalDouble gap(SelfRating own, List<Mark> others) {
        OptionalDouble mean = Mark.mean(others);
        var level = own.level().value();
        return mean.isPresent() && level.isPresent()
                ? OptionalDouble.of(level.getAsInt() - mean.getAsDouble())
                : OptionalDouble.empty();
    }

    /** {@link SelfView.Leaning#TOO_LITTLE} below {@value #LEAST_PAIRS} pairs. */
    public SelfView.Leaning leaning() {
        if (pairs < LEAST_PAIRS) {
            return SelfView.Leaning.TOO_LITTLE;
        }
        double apart = gap.orElse(0);
        if (Math.abs(apart) < MARGIN) {
            return SelfView.Leaning.EVEN;
        }
        return apart > 0 ? SelfView.Leaning.HIGHER : SelfView.Leaning.LOWER;
    }

    /** The gap, absent where there is too little to say. */
    public OptionalDouble told() {
        return leaning() == SelfView.Leaning.TOO_LITTLE ? OptionalDouble.empty() : gap;
    }
}
