package org.threeshift.core.scorecard;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Shift;

/**
 * Where a candidate stands by their latest scorecard: what a coach follows.
 *
 * @param startedAt when the interview was held: the day that people call it by
 * @param scores    all three shifts
 * @param previous  the scores of the scorecard before; only of shifts that had one
 */
public record Standing(
        PersonId candidate,
        InterviewId interview,
        String roundTitle,
        Instant startedAt,
        Instant publishedAt,
        Map<Shift, Score> scores,
        Map<Shift, Double> previous) {
    public Standing {
        scores = Map.copyOf(scores);
        previous = Map.copyOf(previous);
    }

    public Score score(Shift shift) {
        return Optional.ofNullable(scores.get(shift)).orElseThrow();
    }

    Standing after(Map<Shift, Double> before) {
        return new Standing(candidate, interview, roundTitle, startedAt, publishedAt, scores, before);
    }

    public OptionalDouble previous(Shift shift) {
        Double score = previous.get(shift);
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }
}
