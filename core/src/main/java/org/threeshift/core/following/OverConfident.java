package org.threeshift.core.following;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Shift;

/**
 * Thinks better of themselves than the interviewers do: in the newest scorecard their own scores lie, averaged over the shifts that
 * have both, 0.7 of a level or more above the interviewers', and at least two shifts have both. Values: the distance in levels.
 */
public final class OverConfident implements Rule {
    /** In levels. */
    public static final double ABOVE = 0.7;

    public static final int LEAST_SHIFTS = 2;

    OverConfident() {}

    @Override
    public Optional<Finding> on(Followed candidate, Instant now) {
        return candidate.newest().flatMap(OverConfident::of);
    }

    private static Optional<Finding> of(Sitting newest) {
        double[] gaps = Arrays.stream(Shift.values())
                .map(newest::on)
                .filter(on -> on.self().isPresent() && on.score().value().isPresent())
                .mapToDouble(on -> on.self().getAsDouble() - on.score().value().getAsDouble())
                .toArray();
        OptionalDouble mean = Arrays.stream(gaps).average();
        return gaps.length >= LEAST_SHIFTS && mean.orElse(0) >= ABOVE
                ? Optional.of(new Finding(Need.OVER_CONFIDENT, Optional.empty(), List.of(mean.getAsDouble())))
                : Optional.empty();
    }
}
