package org.threeshift.core.following;

import static java.util.Comparator.comparingDouble;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.rubric.Shift;

/**
 * Goes back: on some shift the newest score lies half a level or more below that of the scorecard before, and on no shift half a level
 * or more above. Of several such shifts the one that fell most. Values: the score before, and the newest.
 */
public final class Regressing implements Rule {
    /** In levels. */
    public static final double FALL = 0.5;

    Regressing() {}

    @Override
    public Optional<Finding> on(Followed candidate, Instant now) {
        List<Finding> moved = candidate.newest().stream()
                .flatMap(newest -> candidate.before().stream()
                        .flatMap(before ->
                                Arrays.stream(Shift.values()).flatMap(shift -> move(shift, before, newest).stream())))
                .toList();
        boolean rose = moved.stream().anyMatch(finding -> -fall(finding) >= FALL);
        return moved.stream().filter(finding -> !rose && fall(finding) >= FALL).max(comparingDouble(Regressing::fall));
    }

    private static double fall(Finding finding) {
        return finding.values().getFirst() - finding.values().getLast();
    }

    private static Optional<Finding> move(Shift shift, Sitting before, Sitting newest) {
        return before.mean(shift).isPresent() && newest.mean(shift).isPresent()
                ? Optional.of(new Finding(
                        Need.REGRESSING,
                        Optional.of(shift),
                        List.of(
                                before.mean(shift).getAsDouble(),
                                newest.mean(shift).getAsDouble())))
                : Optional.empty();
    }
}
