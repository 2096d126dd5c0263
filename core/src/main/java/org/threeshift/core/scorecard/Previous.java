package org.threeshift.core.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.rubric.Shift;

/**
 * What of the candidate's previous published interview is set beside a new one.
 *
 * @param scores only of the shifts that had one
 */
public record Previous(
        InterviewId interview, Instant startedAt, Map<Shift, Double> scores, Map<Shift, Duration> timesToAltitude) {
    public Previous {
        scores = Map.copyOf(scores);
        timesToAltitude = Map.copyOf(timesToAltitude);
    }

    static Previous of(Scorecard earlier) {
        return new Previous(
                earlier.interview(),
                earlier.startedAt(),
                earlier.shifts().stream()
                        .filter(card -> card.score().value().isPresent())
                        .collect(Collectors.toMap(
                                ShiftCard::shift, card -> card.score().value().getAsDouble())),
                earlier.shifts().stream()
                        .filter(card -> card.timeToAltitude().isPresent())
                        .collect(Collectors.toMap(
                                ShiftCard::shift, card -> card.timeToAltitude().orElseThrow())));
    }

    public OptionalDouble score(Shift shift) {
        Double score = scores.get(shift);
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    public Optional<Duration> timeToAltitude(Shift shift) {
        return Optional.ofNullable(timesToAltitude.get(shift));
    }
}
