package org.threeshift.core.following;

import static java.util.Comparator.comparingDouble;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Shift;

/**
 * Does not move: on some shift the last three scorecards all have a score, the highest of them lies less than half a level above the
 * lowest, and the newest is below 3.5. Of several such shifts the one with the lowest newest score. Values: the three scores, the
 * oldest first.
 */
public final class Stuck implements Rule {
    /** In a row. */
    public static final int SCORECARDS = 3;
    /** In levels: as much as a single interviewer's doubt between two neighbouring levels. */
    public static final double MOVE = 0.5;
    /** Whoever is above has arrived rather than got stuck. */
    public static final double BELOW = 3.5;

    Stuck() {}

    @Override
    public Optional<Finding> on(Followed candidate, Instant now) {
        return Arrays.stream(Shift.values())
                .flatMap(shift -> on(shift, candidate.latest()).stream())
                .min(comparingDouble(finding -> finding.values().getLast()));
    }

    private static Optional<Finding> on(Shift shift, List<Sitting> newestFirst) {
        List<Double> scores = newestFirst.stream()
                .limit(SCORECARDS)
                .map(sitting -> sitting.mean(shift))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList()
                .reversed();
        if (scores.size() < SCORECARDS || scores.getLast() >= BELOW) {
            return Optional.empty();
        }
        double highest = scores.stream().mapToDouble(score -> score).max().orElseThrow();
        double lowest = scores.stream().mapToDouble(score -> score).min().orElseThrow();
        return highest - lowest < MOVE
                ? Optional.of(new Finding(Need.STUCK, Optional.of(shift), scores))
                : Optional.empty();
    }
}
