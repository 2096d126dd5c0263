package org.threeshift.core.analysis;

import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.FDistribution;
import org.threeshift.core.analysis.Coefficient.Name;
import org.threeshift.core.analysis.Reason.Code;

/**
 * The six intraclass correlations of P. E. Shrout and J. L. Fleiss, Intraclass correlations: uses in assessing rater reliability,
 * Psychological Bulletin 86, 1979, with their limits from the F distribution.
 *
 * <ul>
 *   <li>ICC(1, ·): each unit by raters of its own, drawn at random. Only their number has to be the same.
 *   <li>ICC(2, ·): the same raters throughout, a sample of all that there might be; how strict each is counts as disagreement.
 *   <li>ICC(3, ·): the same raters throughout, and only they matter; how strict each is does not count.
 * </ul>
 *
 * ICC(·, 1) is about one rater's level, ICC(·, k) about the mean of all k.
 */
final class Intraclass {
    /** Sums of squares, and differences of them, below this share of the whole are rounding. */
    private static final double ROUNDING = 1e-13;

    /**
     * Mean squares of n units by k raters.
     *
     * @param between of the units' means
     * @param within  of levels about their unit's mean
     * @param judges  of the raters' means; not a number where raters differ from unit to unit
     * @param error   of what neither unit nor rater explains; likewise
     */
    private record Squares(int n, int k, double between, double within, double judges, double error) {
        /** Rounding of what is made of these. */
        double least() {
            return ROUNDING * (between + within + (Double.isNaN(judges) ? 0 : judges + error));
        }
    }

    private Intraclass() {}

    static Coefficient of(Name name, Ratings ratings) {
        List<Unit> units = ratings.units();
        boolean oneWay = name == Name.ICC_1_1 || name == Name.ICC_1_K;
        Optional<Reason> unfit = oneWay ? uneven(units) : gaps(ratings);
        if (unfit.isPresent()) {
            return Coefficient.none(name, unfit.get());
        }
        if (units.size() < 2) {
            return Coefficient.none(name, Reason.of(Code.ONE_UNIT));
        }
        if (ratings.scale().length < 2) {
            return Coefficient.none(name, Reason.of(Code.ALL_THE_SAME));
        }
        return of(name, squares(units, ratings.raters(), !oneWay));
    }

    private static Optional<Reason> uneven(List<Unit> units) {
        var sizes = units.stream().mapToInt(Unit::size).summaryStatistics();
        return sizes.getMin() == sizes.getMax()
                ? Optional.empty()
                : Optional.of(Reason.of(Code.UNEVEN, sizes.getMin(), sizes.getMax()));
    }

    private static Optional<Reason> gaps(Ratings ratings) {
        long cells = (long) ratings.raters() * ratings.unitCount();
        return cells == ratings.levels()
                ? Optional.empty()
                : Optional.of(Reason.of(Code.GAPS, cells - ratings.levels(), cells));
    }

    private static Squares squares(List<Unit> units, int raters, boolean crossed) {
        int n = units.size();
        int k = units.getFirst().size();
        double grand = units.stream()
                .mapToDouble(unit -> Spread.mean(unit.sorted()) / n)
                .sum();
        double total = 0;
        double between = 0;
        double within = 0;
        double[] judges = new double[crossed ? raters : 0];
        for (Unit unit : units) {
            double mean = Spread.mean(unit.sorted());
            between += k * (mean - grand) * (mean - grand);
            within += Spread.squares(unit.sorted()) / (2 * k);
            for (int at = 0; at < k; at++) {
                total += (unit.level(at) - grand) * (unit.level(at) - grand);
                if (crossed) {
                    judges[unit.rater(at)] += (unit.level(at) - grand) / n;
                }
            }
        }
        double ofJudges = 0;
        for (double mean : judges) {
            ofJudges += n * mean * mean;
        }
        double least = ROUNDING * total;
        return new Squares(
                n,
                k,
                unlessRounding(between, least) / (n - 1),
                unlessRounding(within, least) / (n * (k - 1.0)),
                crossed ? unlessRounding(ofJudges, least) / (k - 1) : Double.NaN,
                crossed ? unlessRounding(within - ofJudges, least) / ((n - 1.0) * (k - 1)) : Double.NaN);
    }

    private static double unlessRounding(double sum, double least) {
        return sum <= least ? 0 : sum;
    }

    private static Coefficient of(Name name, Squares squares) {
        int n = squares.n();
        int k = squares.k();
        double b = squares.between();
        double w = squares.within();
        double e = squares.error();
        double j = squares.judges();
        return switch (name) {
            case ICC_1_1 ->
                coefficient(
                        name, squares, b - w, b + (k - 1) * w, oneWay(squares).map(f -> single(f, k)));
            case ICC_1_K -> coefficient(name, squares, b - w, b, oneWay(squares).map(Intraclass::mean));
            case ICC_2_1 -> coefficient(name, squares, b - e, b + (k - 1) * e + k * (j - e) / n, random(squares));
            case ICC_2_K ->
                coefficient(
                        name, squares, b - e, b + (j - e) / n, random(squares).flatMap(one -> stepUp(one, k)));
            case ICC_3_1 ->
                coefficient(
                        name, squares, b - e, b + (k - 1) * e, fixed(squares).map(f -> single(f, k)));
            case ICC_3_K -> coefficient(name, squares, b - e, b, fixed(squares).map(Intraclass::mean));
            default -> throw new IllegalArgumentException(name + " is no intraclass correlation");
        };
    }

    private static Coefficient coefficient(
            Name name, Squares squares, double above, double below, Optional<Interval> interval) {
        if (below > squares.least()) {
            return Coefficient.of(name, squares.n(), above / below, interval);
        }
        boolean level = squares.between() == 0 && below >= -squares.least();
        return Coefficient.none(name, Reason.of(level ? Code.NOTHING_BETWEEN : Code.NO_VARIANCE));
    }

    /** F_L and F_U of ICC(1, ·): infinite where levels do not differ within units. */
    private static Optional<Interval> oneWay(Squares squares) {
        double below = squares.n() * (squares.k() - 1.0);
        return ratio(squares.between(), squares.within(), squares.n() - 1.0, below);
    }

    /** F_L and F_U of ICC(3, ·). */
    private static Optional<Interval> fixed(Squares squares) {
        double below = (squares.n() - 1.0) * (squares.k() - 1);
        return ratio(squares.between(), squares.error(), squares.n() - 1.0, below);
    }

    private static Optional<Interval> ratio(double above, double below, double degreesAbove, double degreesBelow) {
        if (above == 0) {
            return Optional.empty();
        }
        double f = above / below;
        return Optional.of(
                new Interval(f / quantile(degreesAbove, degreesBelow), f * quantile(degreesBelow, degreesAbove)));
    }

    private static Interval single(Interval f, int k) {
        return new Interval(single(f.low(), k), single(f.high(), k));
    }

    private static double single(double f, int k) {
        return Double.isInfinite(f) ? 1 : (f - 1) / (f + k - 1);
    }

    private static Interval mean(Interval f) {
        return new Interval(1 - 1 / f.low(), 1 - 1 / f.high());
    }

    /**
     * Limits of ICC(2, 1), by Satterthwaite's degrees of freedom (Shrout and Fleiss 1979, p. 424; K. O. McGraw and S. P. Wong, Forming
     * inferences about some intraclass correlation coefficients, Psychological Methods 1, 1996, table 7).
     */
    private static Optional<Interval> random(Squares squares) {
        double n = squares.n();
        double k = squares.k();
        double b = squares.between();
        double e = squares.error();
        double j = squares.judges();
        if (b == 0) {
            return Optional.empty();
        }
        if (e == 0 && j == 0) {
            return Optional.of(new Interval(1, 1));
        }
        double icc = (b - e) / (b + (k - 1) * e + k * (j - e) / n);
        // Both multiplied by e, so that nothing is divided by 0 where raters differ by constants.
        double strict = k * icc * j;
        double rest = (n * (1 + (k - 1) * icc) - k * icc) * e;
        double degrees =
                (k - 1) * (n - 1) * (strict + rest) * (strict + rest) / ((n - 1) * strict * strict + rest * rest);
        if (!(degrees > 0.01)) {
            return Optional.empty();
        }
        double lower = quantile(n - 1, degrees);
        double upper = quantile(degrees, n - 1);
        double others = k * j + (k * n - k - n) * e;
        return Optional.of(new Interval(
                n * (b - lower * e) / (lower * others + n * b), n * (upper * b - e) / (others + n * upper * b)));
    }

    /** From one rater to the mean of k (Spearman and Brown); none where the formula has no value. */
    private static Optional<Interval> stepUp(Interval one, int k) {
        return 1 + (k - 1) * one.low() > 0
                ? Optional.of(new Interval(stepUp(one.low(), k), stepUp(one.high(), k)))
                : Optional.empty();
    }

    private static double stepUp(double one, int k) {
        return k * one / (1 + (k - 1) * one);
    }

    private static double quantile(double above, double below) {
        return new FDistribution(above, below).inverseCumulativeProbability(Interval.UPPER);
    }
}
