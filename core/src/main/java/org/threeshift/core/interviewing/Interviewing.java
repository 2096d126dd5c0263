package org.threeshift.core.interviewing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.threeshift.core.feedback.Feedback;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/**
 * One person's interviewing, for their own eyes.
 *
 * @param spread   how the levels on their locked sheets spread, one a shift in the order of the shifts
 * @param compared with those who scored the same answers
 * @param feedback what candidates said, in groups of three people
 * @param owed     interviews that are over and wait for this person's sheet, the oldest first
 */
public record Interviewing(
        Held held, List<Spread> spread, Compared compared, Feedback feedback, List<InterviewIndex.Entry> owed) {
    public Interviewing {
        spread = List.copyOf(spread);
        owed = List.copyOf(owed);
    }

    /**
     * Interviews that took place with this person as an interviewer.
     *
     * @param recent     of the last 90 days
     * @param candidates how many different people sat opposite
     * @param byKind     every kind, some with none
     */
    public record Held(int interviews, int recent, int candidates, Map<Kind, Integer> byKind) {
        public Held {
            byKind = Map.copyOf(byKind);
        }

        public int of(Kind kind) {
            return byKind.getOrDefault(kind, 0);
        }
    }

    /**
     * The levels given on one shift.
     *
     * @param counts how often each level was given, {@link Level#NOT_OBSERVED} too
     */
    public record Spread(Shift shift, Map<Level, Integer> counts) {
        public Spread {
            counts = Map.copyOf(counts);
        }

        public int count(Level level) {
            return counts.getOrDefault(level, 0);
        }

        /** Without those not observed, which are no level. */
        public int levels() {
            return numbers().sum();
        }

        /** From 1 to 5; absent where no level was given. */
        public OptionalDouble mean() {
            return levels() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) observed()
                                    .map(level -> level * count(Level.ofKey(level)))
                                    .sum()
                            / levels());
        }

        /** The standard deviation of the levels; absent below two. */
        public OptionalDouble deviation() {
            if (levels() < 2) {
                return OptionalDouble.empty();
            }
            double mean = mean().orElseThrow();
            double squares = observed()
                    .mapToDouble(level -> count(Level.ofKey(level)) * (level - mean) * (level - mean))
                    .sum();
            return OptionalDouble.of(Math.sqrt(squares / (levels() - 1)));
        }

        private IntStream numbers() {
            return observed().map(level -> count(Level.ofKey(level)));
        }

        private static IntStream observed() {
            return Arrays.stream(Level.values()).flatMapToInt(level -> level.value().stream());
        }
    }

    /** Whether this person has ever interviewed, or is to hand in a sheet. */
    public boolean none() {
        return held.interviews() == 0 && owed.isEmpty();
    }
}
