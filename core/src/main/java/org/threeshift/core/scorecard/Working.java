package org.threeshift.core.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.QuestionCard.Given;

/**
 * How a shift's score came about, down to the levels on the sheets: whoever adds up what stands here gets the score.
 *
 * @param lines one a question that probes the shift, in the order in which they were posed
 */
public record Working(Shift shift, Score score, List<Line> lines) {
    public Working {
        lines = List.copyOf(lines);
    }

    /**
     * @param number 1 for the first question posed
     * @param given  what each interviewer gave, not observed too
     * @param mean   over those who observed it; absent when nobody did, and then the question is in no mean
     */
    public record Line(int number, String questionId, String title, List<Given> given, OptionalDouble mean) {
        public Line {
            given = List.copyOf(given);
        }
    }

    public static Working of(Scorecard card, Shift shift) {
        return new Working(
                shift,
                card.on(shift).score(),
                card.questions().stream()
                        .flatMap(question -> question.on(shift).stream()
                                .map(levels -> new Line(
                                        question.number(),
                                        question.question().id(),
                                        question.question().title(),
                                        levels.given(),
                                        levels.mean())))
                        .toList());
    }

    /** One a shift, in their order. */
    public static List<Working> of(Scorecard card) {
        return Arrays.stream(Shift.values()).map(shift -> of(card, shift)).toList();
    }

    /** The means that the score is the mean of. */
    public List<Double> means() {
        return lines.stream()
                .flatMapToDouble(line -> line.mean().stream())
                .boxed()
                .toList();
    }
}
