package org.threeshift.core.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Shift;

/**
 * Two interviews of one candidate side by side.
 *
 * @param earlier the one that was held first
 * @param shifts  all three, in their order
 * @param again   questions that were posed in both, in the order of the later interview
 */
public record Comparison(Scorecard earlier, Scorecard later, List<OfShift> shifts, List<Again> again) {
    public Comparison {
        shifts = List.copyOf(shifts);
        again = List.copyOf(again);
    }

    /** @param change absent when one of the two has no score, or none whose error is known */
    public record OfShift(Shift shift, ShiftCard earlier, ShiftCard later, Optional<Change> change) {
        /** Later minus earlier, in levels. */
        public OptionalDouble difference() {
            return earlier.score().value().isPresent() && later.score().value().isPresent()
                    ? OptionalDouble.of(later.score().value().getAsDouble()
                            - earlier.score().value().getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    /** One question, twice. */
    public record Again(QuestionCard earlier, QuestionCard later) {
        public OptionalDouble before(Shift shift) {
            return mean(earlier, shift);
        }

        public OptionalDouble now(Shift shift) {
            return mean(later, shift);
        }

        private static OptionalDouble mean(QuestionCard card, Shift shift) {
            return card.on(shift).map(QuestionCard.ShiftLevels::mean).orElse(OptionalDouble.empty());
        }
    }

    /** In whichever order they come. */
    public static Comparison of(Scorecard one, Scorecard other) {
        boolean inOrder = !one.startedAt().isAfter(other.startedAt());
        Scorecard earlier = inOrder ? one : other;
        Scorecard later = inOrder ? other : one;
        return new Comparison(
                earlier,
                later,
                Arrays.stream(Shift.values())
                        .map(shift -> shift(earlier, later, shift))
                        .toList(),
                later.questions().stream()
                        .flatMap(now -> earlier.questions().stream()
                                .filter(before -> before.question()
                                        .id()
                                        .equals(now.question().id()))
                                .map(before -> new Again(before, now)))
                        .toList());
    }

    private static OfShift shift(Scorecard earlier, Scorecard later, Shift shift) {
        return new OfShift(
                shift,
                earlier.on(shift),
                later.on(shift),
                Change.over(List.of(
                        new Change.Point(earlier.startedAt(), earlier.on(shift).score()),
                        new Change.Point(later.startedAt(), later.on(shift).score()))));
    }
}
