package org.threeshift.core.following;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Band;
import org.threeshift.core.scorecard.Score;
import org.threeshift.core.scorecard.SelfGap;

/**
 * A published interview of somebody who is followed.
 *
 * @param shifts all three
 */
public record Sitting(
        InterviewId interview,
        PersonId candidate,
        String roundTitle,
        Instant startedAt,
        Instant publishedAt,
        Map<Shift, OnShift> shifts) {
    public Sitting {
        shifts = Map.copyOf(shifts);
    }

    /**
     * @param raters who observed a level
     * @param self   the candidate's own mean, from 1 to 5
     * @param gap    how far that lies from the interviewers', on the questions that both scored
     */
    public record OnShift(Score score, Set<PersonId> raters, OptionalDouble self, SelfGap gap) {
        public OnShift {
            raters = Set.copyOf(raters);
        }
    }

    public OnShift on(Shift shift) {
        return Optional.ofNullable(shifts.get(shift)).orElseThrow();
    }

    public OptionalDouble mean(Shift shift) {
        return on(shift).score().value();
    }

    /** The low end of the band. */
    OptionalDouble low(Shift shift) {
        return on(shift).score() instanceof Score.Scored(var _, Band band, var _)
                ? OptionalDouble.of(band.low())
                : OptionalDouble.empty();
    }
}
