package org.threeshift.core.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.analysis.Coefficient.Name;
import org.threeshift.core.analysis.Reason.Code;

/**
 * Cohen's kappa of two raters (J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20,
 * 1960) and weighted kappa (J. Cohen, Weighted kappa, Psychological Bulletin 70, 1968): κ = (p_o − p_e) / (1 − p_e), on the units that
 * both rated. The interval comes from the large-sample variance of J. L. Fleiss, J. Cohen and B. S. Everitt, Large sample standard
 * errors of kappa and weighted kappa, Psychological Bulletin 72, 1969, formula 8:
 *
 * <pre>Var κ = (Σ p_ij [w_ij (1 − p_e) − (w̄_i. + w̄_.j)(1 − p_o)]² − (p_o p_e − 2 p_e + p_o)²) / (n (1 − p_e)⁴)</pre>
 */
final class TwoRaters {
    private TwoRaters() {}

    static Coefficient of(Name name, Weights weights, Ratings ratings) {
        if (ratings.raters() != 2) {
            return Coefficient.none(name, Reason.of(Code.NOT_TWO_RATERS, ratings.raters()));
        }
        List<Unit> units = ratings.pairable();
        double[] scale = Ratings.scale(units);
        if (scale.length < 2) {
            return Coefficient.none(name, Reason.of(Code.ALL_THE_SAME));
        }
        double range = Weights.range(scale);
        int n = units.size();
        double[] first = new double[scale.length];
        double[] second = new double[scale.length];
        double agreed = 0;
        for (Unit unit : units) {
            first[index(scale, unit.level(0))] += 1.0 / n;
            second[index(scale, unit.level(1))] += 1.0 / n;
            agreed += weights.of(unit.level(0), unit.level(1), range);
        }
        double observed = agreed / n;
        double[] againstSecond = weights.expected(scale, second);
        double[] againstFirst = weights.expected(scale, first);
        double expected = 0;
        for (int at = 0; at < scale.length; at++) {
            expected += first[at] * againstSecond[at];
        }
        double kappa = (observed - expected) / (1 - expected);
        double sum = 0;
        for (Unit unit : units) {
            double means = againstSecond[index(scale, unit.level(0))] + againstFirst[index(scale, unit.level(1))];
            double each = weights.of(unit.level(0), unit.level(1), range) * (1 - expected) - means * (1 - observed);
            sum += each * each;
        }
        double less = observed * expected - 2 * expected + observed;
        double variance = (sum / n - less * less) / (n * Math.pow(1 - expected, 4));
        return Coefficient.of(name, n, kappa, interval(kappa, variance, n));
    }

    /** None where the sample is anything but large. */
    private static Optional<Interval> interval(double kappa, double variance, int n) {
        return n < Interval.LEAST_UNITS
                ? Optional.empty()
                : Optional.of(Interval.normal(kappa, Math.sqrt(Math.max(0, variance))));
    }

    private static int index(double[] scale, double level) {
        return Arrays.binarySearch(scale, level);
    }
}
