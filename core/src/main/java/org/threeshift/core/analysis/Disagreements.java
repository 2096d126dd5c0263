package org.threeshift.core.analysis;

import java.util.Arrays;
import java.util.List;

/**
 * Observed and expected disagreement of units with two levels or more, for any way of taking each of them none, once or several times.
 * Nothing here goes over pairs of levels but the ratio metric, so that a hundred thousand levels are a matter of milliseconds.
 */
final class Disagreements {
    private final double[] scale;
    /** Of each unit, the places of its levels on the scale. */
    private final int[][] places;
    /** Of each unit by the metrics that look at the levels alone. */
    private final double[] nominal;

    private final double[] interval;
    private final double[] ratio;

    Disagreements(List<Unit> units, boolean withRatio) {
        this.scale = Ratings.scale(units);
        this.places = units.stream()
                .map(unit -> Arrays.stream(unit.sorted())
                        .mapToInt(level -> Arrays.binarySearch(scale, level))
                        .toArray())
                .toArray(int[][]::new);
        this.nominal = units.stream()
                .mapToDouble(unit -> per(
                        unit,
                        unit.size() * (unit.size() - 1.0)
                                - Weights.IDENTITY.pairs(unit.sorted(), Weights.range(scale))))
                .toArray();
        this.interval = units.stream()
                .mapToDouble(unit -> per(unit, Spread.squares(unit.sorted())))
                .toArray();
        this.ratio = withRatio
                ? units.stream()
                        .mapToDouble(unit -> per(unit, ratios(unit.sorted())))
                        .toArray()
                : new double[0];
    }

    private static double per(Unit unit, double pairs) {
        return pairs / (unit.size() - 1);
    }

    double[] scale() {
        return scale;
    }

    int units() {
        return places.length;
    }

    /** How many levels each unit has, added up. */
    int levels() {
        return Arrays.stream(places).mapToInt(unit -> unit.length).sum();
    }

    /** How often each level occurs when each unit is taken so many times. */
    long[] counts(int[] taken) {
        long[] counts = new long[scale.length];
        for (int unit = 0; unit < places.length; unit++) {
            for (int place : places[unit]) {
                counts[place] += taken[unit];
            }
        }
        return counts;
    }

    /** α = 1 − D_o / D_e; not a number where the levels are all the same, as D_e is 0 then. */
    double alpha(Metric metric, int[] taken, long[] counts) {
        long n = 0;
        for (long count : counts) {
            n += count;
        }
        double[] ranks = metric == Metric.ORDINAL ? ranks(counts) : scale;
        double observed = 0;
        for (int unit = 0; unit < places.length; unit++) {
            if (taken[unit] > 0) {
                observed += taken[unit] * observed(metric, unit, ranks);
            }
        }
        double expected = expected(metric, counts, n, ranks) / (n - 1.0);
        return expected > 0 ? 1 - observed / expected : Double.NaN;
    }

    private double observed(Metric metric, int unit, double[] ranks) {
        return switch (metric) {
            case NOMINAL -> nominal[unit];
            case INTERVAL -> interval[unit];
            case RATIO -> ratio[unit];
            case ORDINAL -> rankSquares(places[unit], ranks) / (places[unit].length - 1);
        };
    }

    private static double rankSquares(int[] places, double[] ranks) {
        if (places[0] == places[places.length - 1]) {
            return 0;
        }
        double mean = 0;
        for (int place : places) {
            mean += ranks[place] / places.length;
        }
        double sum = 0;
        for (int place : places) {
            sum += (ranks[place] - mean) * (ranks[place] - mean);
        }
        return 2 * places.length * sum;
    }

    /** The squared distances of all ordered pairs of levels, whoever gave them, added up. */
    private static double expected(Metric metric, long[] counts, long n, double[] ranks) {
        return switch (metric) {
            case NOMINAL -> {
                double same = 0;
                for (long count : counts) {
                    same += (double) count * count;
                }
                yield (double) n * n - same;
            }
            case ORDINAL, INTERVAL -> {
                double mean = 0;
                for (int place = 0; place < ranks.length; place++) {
                    mean += ranks[place] * counts[place] / n;
                }
                double sum = 0;
                for (int place = 0; place < ranks.length; place++) {
                    sum += counts[place] * (ranks[place] - mean) * (ranks[place] - mean);
                }
                yield several(counts) ? 2 * n * sum : 0;
            }
            case RATIO -> {
                double sum = 0;
                for (int one = 0; one < ranks.length; one++) {
                    for (int other = one + 1; counts[one] > 0 && other < ranks.length; other++) {
                        sum += counts[one] * (double) counts[other] * ratio(ranks[one], ranks[other]);
                    }
                }
                yield 2 * sum;
            }
        };
    }

    private static boolean several(long[] counts) {
        int found = 0;
        for (int place = 0; place < counts.length && found < 2; place++) {
            found += counts[place] > 0 ? 1 : 0;
        }
        return found > 1;
    }

    /** The mean rank of each level. */
    private static double[] ranks(long[] counts) {
        double[] ranks = new double[counts.length];
        long below = 0;
        for (int place = 0; place < counts.length; place++) {
            ranks[place] = below + counts[place] / 2.0;
            below += counts[place];
        }
        return ranks;
    }

    private static double ratios(double[] sorted) {
        double sum = 0;
        for (int one = 0; one < sorted.length; one++) {
            for (int other = one + 1; other < sorted.length; other++) {
                sum += ratio(sorted[one], sorted[other]);
            }
        }
        return 2 * sum;
    }

    private static double ratio(double one, double other) {
        if (one == other) {
            return 0;
        }
        double apart = (one - other) / (one + other);
        return apart * apart;
    }
}
