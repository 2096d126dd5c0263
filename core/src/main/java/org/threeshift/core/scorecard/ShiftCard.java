package org.threeshift.core.scorecard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Shift;

/**
 * Where the candidate stands on one shift.
 *
 * @param self     mean of the candidate's own observed levels, from 1 to 5; absent when they gave none
 * @param previous the score of the previous interview, absent when there was none
 * @param raters   what each interviewer alone would have said
 * @param timeToAltitude median over the questions on which the height was reached, see {@link QuestionCard.ShiftLevels}
 * @param reached  on how many questions the height was reached
 */
public record ShiftCard(
        Shift shift,
        Score score,
        OptionalDouble self,
        OptionalDouble previous,
        List<Rater> raters,
        Optional<Duration> timeToAltitude,
        int reached,
        Optional<Duration> previousTimeToAltitude) {
    public ShiftCard {
        raters = List.copyOf(raters);
    }

    /**
     * @param mean   over the interviewer's own observed levels; absent when they observed nothing
     * @param levels how many those are
     */
    public record Rater(PersonId interviewer, OptionalDouble mean, int levels) {}

    /** Without what each interviewer alone would have said, and without times. */
    ShiftCard summary() {
        return new ShiftCard(shift, score, self, previous, List.of(), Optional.empty(), 0, Optional.empty());
    }

    /** From the lowest to the highest interviewer's mean, in levels; absent below two interviewers who observed something. */
    public OptionalDouble spread() {
        double[] means = raters.stream()
                .flatMapToDouble(rater -> rater.mean().stream())
                .sorted()
                .toArray();
        return means.length < 2 ? OptionalDouble.empty() : OptionalDouble.of(means[means.length - 1] - means[0]);
    }

    /** How far the candidate's own view lies above the interviewers' (below when negative), in levels. */
    public OptionalDouble selfGap() {
        return self.isPresent() && score.value().isPresent()
                ? OptionalDouble.of(self.getAsDouble() - score.value().getAsDouble())
                : OptionalDouble.empty();
    }
}
