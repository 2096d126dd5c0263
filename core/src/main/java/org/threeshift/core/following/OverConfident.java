package org.threeshift.core.following;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.SelfGap;

/**
 * Thinks better of themselves than the interviewers do: in the newest scorecard their own levels lie, averaged over the shifts of
 * which there is enough to say by {@link SelfGap}, 0.7 of a level or more above the interviewers', and there are two such shifts at
 * least. So nobody is called that whose scorecard does not say of a shift that they see themselves higher. Values: the distance in
 * levels.
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
                .flatMapToDouble(shift -> newest.on(shift).gap().told().stream())
                .toArray();
        OptionalDouble mean = Arrays.stream(gaps).average();
        return gaps.length >= LEAST_SHIFTS && mean.orElse(0) >= ABOVE
                ? Optional.of(new Finding(Need.OVER_CONFIDENT, Optional.empty(), List.of(mean.getAsDouble())))
                : Optional.empty();
    }
}
