package org.threeshift.core.scorecard;

import static java.util.Comparator.comparingDouble;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.rubric.Level;

/**
 * How far a score moved over two or more interviews, and whether that is larger than the noise.
 *
 * <p><em>Test.</em> A straight line is laid through the scores by least squares, over the days on which they were held. The
 * change is the line's rise from the first to the last of them: a contrast Σ cᵢ yᵢ of scores of different interviews, whose
 * standard error is √(Σ cᵢ² sᵢ²) with the standard errors sᵢ of the scores' bands, and whose degrees of freedom are Satterthwaite's
 * (Σ cᵢ² sᵢ²)² / Σ (cᵢ⁴ sᵢ⁴ / νᵢ), rounded down (F. E. Satterthwaite, Biometrics Bulletin 2, 1946, 110–114). With two scores
 * that is their difference and B. L. Welch's test (The generalization of “Student's” problem when several different population
 * variances are involved, Biometrika 34, 1947, 28–35). It is larger than the noise when its 95 % interval does not hold 0.
 *
 * <p>One in twenty changes that are none looks like one; whoever looks at three shifts at once is fooled more often. Scores
 * whose band is the whole scale are left out: nobody knows their error.
 *
 * @param size   last minus first on the line, in levels
 * @param low    where its 95 % interval begins: not below what the scale allows from the first score
 * @param high   where it ends: not above what the scale allows from there
 * @param open   whether the interval is all that the scale allows, so that there are too few answers to tell anything
 * @param scores how many it stands on, at least two
 */
public record Change(double size, double low, double high, boolean open, int scores) {
    private static final double DAY = 86_400_000.0;

    /** Whether it is larger than the noise. */
    public boolean clear() {
        return !open && (low > 0 || high < 0);
    }

    /** Which of the sentences fits. */
    public Direction direction() {
        if (open) {
            return Direction.OPEN;
        }
        if (!clear()) {
            return Direction.UNCLEAR;
        }
        return size > 0 ? Direction.UP : Direction.DOWN;
    }

    /** Where a score went. */
    public enum Direction {
        UP,
        DOWN,
        UNCLEAR,
        /** Nothing is known of it. */
        OPEN
    }

    /** A score and when its interview was held. */
    record Point(Instant at, Score score) {}

    /** Absent with fewer than two scores of known error, or when all were held at the same moment. */
    static Optional<Change> over(List<Point> points) {
        List<Known> known =
                points.stream().flatMap(point -> known(point).stream()).toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        double middle = known.stream().mapToDouble(Known::day).average().orElseThrow();
        double squares = known.stream()
                .mapToDouble(one -> (one.day() - middle) * (one.day() - middle))
                .sum();
        double first = known.stream().mapToDouble(Known::day).min().orElseThrow();
        double last = known.stream().mapToDouble(Known::day).max().orElseThrow();
        if (squares == 0) {
            return Optional.empty();
        }
        double size = 0;
        double variance = 0;
        double below = 0;
        for (Known one : known) {
            double factor = (last - first) * (one.day() - middle) / squares;
            double part = factor * factor * one.standardError() * one.standardError();
            size += factor * one.mean();
            variance += part;
            below += part * part / one.degrees();
        }
        if (known.size() == 2) {
            // Their difference to the last bit, as whoever subtracts one from the other gets it.
            size = latest(known).mean() - earliest(known).mean();
        }
        double half = StudentT.twoSided(StudentT.whole(variance * variance / below)) * Math.sqrt(variance);
        // The line may rise a little more than the scale does; the interval holds it all the same.
        double least = Math.min(size, Level.LOWEST - earliest(known).mean());
        double most = Math.max(size, Level.HIGHEST - earliest(known).mean());
        return Optional.of(new Change(
                size,
                Math.max(least, size - half),
                Math.min(most, size + half),
                size - half <= least && size + half >= most,
                known.size()));
    }

    private static Known earliest(List<Known> known) {
        return known.stream().min(comparingDouble(Known::day)).orElseThrow();
    }

    private static Known latest(List<Known> known) {
        return known.stream().max(comparingDouble(Known::day)).orElseThrow();
    }

    private static Optional<Known> known(Point point) {
        return point.score() instanceof Score.Scored(var mean, var band, var _) && band.degrees() > 0
                ? Optional.of(new Known(point.at().toEpochMilli() / DAY, mean, band.standardError(), band.degrees()))
                : Optional.empty();
    }

    private record Known(double day, double mean, double standardError, int degrees) {}
}
