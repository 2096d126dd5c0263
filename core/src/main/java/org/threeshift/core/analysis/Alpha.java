package org.threeshift.core.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hipparchus.stat.StatUtils;
import org.threeshift.core.analysis.Reason.Code;

/**
 * Krippendorff's alpha (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011): any number of raters, any number of missing
 * levels. A unit with one level counts for nothing.
 *
 * <p>The interval is the percentile bootstrap over units: A. Zapf, S. Castell, L. Morawietz and A. Karch, Measuring inter-rater
 * reliability for nominal data – which coefficients and confidence intervals are appropriate?, BMC Medical Research Methodology 16,
 * 2016. Whole units are drawn, as levels on one of them belong together. There are a thousand resamples, fewer for large tables, where
 * the ends wander less; none below {@link Interval#LEAST_UNITS} units. A resample in which all levels are the same has no alpha and is left
 * out; where that is more than one in ten, there is no interval.
 */
final class Alpha {
    /** The ratio metric looks at every pair of different levels. */
    static final int MOST_RATIO_LEVELS = 4_000;

    private static final int MOST_RATIO_LEVELS_RESAMPLED = 250;
    private static final int RESAMPLES = 1_000;
    private static final int LEAST_RESAMPLES = 200;
    private static final long MOST_DRAWN = 20_000_000;

    private Alpha() {}

    /** For each of these metrics, from the same resamples. */
    static List<Coefficient> of(List<Metric> metrics, Ratings ratings, RandomGenerator random) {
        List<Unit> units = ratings.pairable();
        double[] scale = Ratings.scale(units);
        List<Metric> defined = metrics.stream()
                .filter(metric -> undefined(metric, scale).isEmpty())
                .toList();
        var apart = new Disagreements(units, defined.contains(Metric.RATIO));
        List<Metric> resampled = defined.stream()
                .filter(metric -> metric != Metric.RATIO || scale.length <= MOST_RATIO_LEVELS_RESAMPLED)
                .toList();
        double[][] drawn = units.size() < Interval.LEAST_UNITS || resampled.isEmpty()
                ? new double[0][]
                : resample(apart, resampled, random);
        int[] once = new int[units.size()];
        Arrays.fill(once, 1);
        return metrics.stream()
                .map(metric -> undefined(metric, scale)
                        .map(reason -> Coefficient.none(metric.coefficient(), reason))
                        .orElseGet(() -> Coefficient.of(
                                metric.coefficient(),
                                units.size(),
                                apart.alpha(metric, once, apart.counts(once)),
                                interval(drawn, resampled.indexOf(metric)))))
                .toList();
    }

    private static Optional<Reason> undefined(Metric metric, double[] scale) {
        if (scale.length < 2) {
            return Optional.of(Reason.of(Code.ALL_THE_SAME));
        }
        if (metric == Metric.RATIO && scale[0] < 0) {
            return Optional.of(Reason.of(Code.BELOW_ZERO, scale[0]));
        }
        if (metric == Metric.RATIO && scale.length > MOST_RATIO_LEVELS) {
            return Optional.of(Reason.of(Code.TOO_MANY_LEVELS, MOST_RATIO_LEVELS));
        }
        return Optional.empty();
    }

    /** One row a metric. */
    private static double[][] resample(Disagreements apart, List<Metric> metrics, RandomGenerator random) {
        int resamples = Math.clamp(MOST_DRAWN / apart.levels(), LEAST_RESAMPLES, RESAMPLES);
        double[][] drawn = new double[metrics.size()][resamples];
        for (int sample = 0; sample < resamples; sample++) {
            int[] taken = new int[apart.units()];
            for (int draw = 0; draw < taken.length; draw++) {
                taken[random.nextInt(taken.length)]++;
            }
            long[] counts = apart.counts(taken);
            for (int metric = 0; metric < drawn.length; metric++) {
                drawn[metric][sample] = apart.alpha(metrics.get(metric), taken, counts);
            }
        }
        return drawn;
    }

    private static Optional<Interval> interval(double[][] drawn, int metric) {
        if (metric < 0 || drawn.length == 0) {
            return Optional.empty();
        }
        double[] values = Arrays.stream(drawn[metric])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (values.length < 0.9 * drawn[metric].length) {
            return Optional.empty();
        }
        return Optional.of(new Interval(
                StatUtils.percentile(values, 100 * (1 - Interval.UPPER)),
                StatUtils.percentile(values, 100 * Interval.UPPER)));
    }
}
