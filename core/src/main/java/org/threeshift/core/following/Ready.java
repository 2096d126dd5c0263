package org.threeshift.core.following;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Shift;

/**
 * May go and interview for the job: in the newest scorecard each of the three shifts has a score of 3.75 or more whose band begins at
 * 2.5 or higher, and the last scorecards come from at least three different interviewers. Values: the lowest of the three scores.
 */
public final class Ready implements Rule {
    public static final double SCORE = 3.75;
    public static final double LOW = 2.5;

    Ready() {}

    @Override
    public Optional<Finding> on(Followed candidate, Instant now) {
        return candidate
                .newest()
                .filter(_ -> candidate.ranked())
                .filter(newest -> Arrays.stream(Shift.values())
                        .allMatch(shift -> newest.mean(shift).orElse(0) >= SCORE
                                && newest.low(shift).orElse(0) >= LOW))
                .map(newest -> new Finding(
                        Need.READY,
                        Optional.empty(),
                        List.of(Arrays.stream(Shift.values())
                                .map(newest::mean)
                                .mapToDouble(OptionalDouble::getAsDouble)
                                .min()
                                .orElseThrow())));
    }
}
