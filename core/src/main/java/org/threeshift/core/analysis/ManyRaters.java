package org.threeshift.core.analysis;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.analysis.Coefficient.Name;
import org.threeshift.core.analysis.Reason.Code;

/**
 * Coefficients that take any number of raters and set the agreement of pairs, averaged over units, against what chance would give.
 *
 * <p><b>Fleiss' kappa</b>: J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76, 1971. It
 * needs the same number of levels on each unit, not the same raters. p_e = Σ π_k².
 *
 * <p><b>Gwet's AC1</b> and, with weights, <b>AC2</b>: K. L. Gwet, Computing inter-rater reliability and its variance in the presence of
 * high agreement, British Journal of Mathematical and Statistical Psychology 61, 2008, and Handbook of Inter-Rater Reliability, 4th ed.
 * 2014, chapters 2 to 4, where missing levels are allowed: a unit with one level tells how often levels are given, not how far they
 * agree. p_e = T_w / (q (q − 1)) · Σ π_k (1 − π_k), over the q levels that occur.
 *
 * <p>The variances are Gwet's for both (2008, formulas 28 and 36; 2014, chapter 5), which do not suppose that raters are independent;
 * Fleiss' own of 1971 holds only where there is no agreement. The interval is Student's t on n − 1 degrees of freedom.
 */
final class ManyRaters {
    private ManyRaters() {}

    static Coefficient fleiss(Ratings ratings) {
        IntSummaryStatistics sizes =
                ratings.units().stream().mapToInt(Unit::size).summaryStatistics();
        if (sizes.getMin() != sizes.getMax()) {
            return Coefficient.none(Name.FLEISS_KAPPA, Reason.of(Code.UNEVEN, sizes.getMin(), sizes.getMax()));
        }
        return of(Name.FLEISS_KAPPA, Weights.IDENTITY, ratings, true);
    }

    static Coefficient gwet(Name name, Weights weights, Ratings ratings) {
        return of(name, weights, ratings, false);
    }

    private static Coefficient of(Name name, Weights weights, Ratings ratings, boolean fleiss) {
        List<Unit> units = ratings.units();
        double[] scale = ratings.scale();
        if (scale.length < 2) {
            return Coefficient.none(name, Reason.of(Code.ALL_THE_SAME));
        }
        double range = Weights.range(scale);
        double[] shares = shares(units, scale);
        // How much one level is expected to agree by chance: by its share, or by how rare it is.
        double[] chance = new double[scale.length];
        double perLevel = (weights.pairs(scale, range) + scale.length) / (scale.length * (scale.length - 1.0));
        double expected = 0;
        for (int at = 0; at < scale.length; at++) {
            chance[at] = fleiss ? shares[at] : perLevel * (1 - shares[at]);
            expected += shares[at] * chance[at];
        }
        int n = units.size();
        int paired = ratings.pairable().size();
        double[] agreed =
                units.stream().mapToDouble(unit -> agreed(unit, weights, range)).toArray();
        double observed = Arrays.stream(agreed).sum() / paired;
        double value = (observed - expected) / (1 - expected);
        double sum = 0;
        for (int at = 0; at < n; at++) {
            Unit unit = units.get(at);
            double own = unit.size() < 2 ? 0 : (double) n / paired * (agreed[at] - expected) / (1 - expected);
            double chanceOfUnit = Arrays.stream(unit.sorted())
                            .map(level -> chance[Arrays.binarySearch(scale, level)])
                            .sum()
                    / unit.size();
            double each = own - 2 * (1 - value) * (chanceOfUnit - expected) / (1 - expected);
            sum += (each - value) * (each - value);
        }
        return Coefficient.of(name, n, value, interval(value, sum, n));
    }

    /** Each level's, as the mean over units of its share in the unit. */
    private static double[] shares(List<Unit> units, double[] scale) {
        double[] shares = new double[scale.length];
        for (Unit unit : units) {
            for (double level : unit.sorted()) {
                shares[Arrays.binarySearch(scale, level)] += 1.0 / unit.size() / units.size();
            }
        }
        return shares;
    }

    private static double agreed(Unit unit, Weights weights, double range) {
        return unit.size() < 2 ? 0 : weights.pairs(unit.sorted(), range) / (unit.size() * (unit.size() - 1.0));
    }

    private static Optional<Interval> interval(double value, double sum, int n) {
        return n < 2 ? Optional.empty() : Optional.of(Interval.student(value, Math.sqrt(sum / (n * (n - 1.0))), n - 1));
    }
}
