package org.threeshift.core.analysis;

/**
 * How much two levels agree: 1 where they are the same, down to 0 between the two ends of the scale. What counts is how far apart levels
 * are, not how many other levels lie between: 1 and 5 are four apart even where nobody gave a 3 (Gwet, Handbook of Inter-Rater
 * Reliability, 4th ed. 2014, chapter 3; Cohen 1968 for the weights as such).
 */
enum Weights {
    /** Only the same level agrees. */
    IDENTITY {
        @Override
        double[] expected(double[] scale, double[] shares) {
            return shares.clone();
        }

        @Override
        double pairs(double[] sorted, double range) {
            double same = 0;
            for (int from = 0, to; from < sorted.length; from = to) {
                to = from + 1;
                while (to < sorted.length && sorted[to] == sorted[from]) {
                    to++;
                }
                same += (to - from) * (to - from - 1.0);
            }
            return same;
        }
    },
    /** 1 − |a − b| / range. */
    LINEAR {
        @Override
        double[] expected(double[] scale, double[] shares) {
            double range = range(scale);
            double total = 0;
            double sum = 0;
            for (int at = 0; at < scale.length; at++) {
                total += shares[at];
                sum += shares[at] * (scale[at] - scale[0]);
            }
            double[] expected = new double[scale.length];
            double below = 0;
            double sumBelow = 0;
            for (int at = 0; at < scale.length; at++) {
                double level = scale[at] - scale[0];
                below += shares[at];
                sumBelow += shares[at] * level;
                double apart = (level * below - sumBelow) + ((sum - sumBelow) - level * (total - below));
                expected[at] = total - apart / range;
            }
            return expected;
        }

        @Override
        double pairs(double[] sorted, double range) {
            double apart = 0;
            for (int at = 0; at < sorted.length; at++) {
                apart += (2.0 * at - sorted.length + 1) * (sorted[at] - sorted[0]);
            }
            return count(sorted) - 2 * apart / range;
        }
    },
    /** 1 − (a − b)² / range². */
    QUADRATIC {
        @Override
        double[] expected(double[] scale, double[] shares) {
            double range = range(scale);
            double total = 0;
            double sum = 0;
            double squares = 0;
            for (int at = 0; at < scale.length; at++) {
                double level = (scale[at] - scale[0]) / range;
                total += shares[at];
                sum += shares[at] * level;
                squares += shares[at] * level * level;
            }
            double[] expected = new double[scale.length];
            for (int at = 0; at < scale.length; at++) {
                double level = (scale[at] - scale[0]) / range;
                expected[at] = total - (level * level * total - 2 * level * sum + squares);
            }
            return expected;
        }

        @Override
        double pairs(double[] sorted, double range) {
            return count(sorted) - Spread.squares(sorted) / (range * range);
        }
    };

    double of(double one, double other, double range) {
        double apart = Math.abs(one - other) / range;
        return switch (this) {
            case IDENTITY -> apart == 0 ? 1 : 0;
            case LINEAR -> 1 - apart;
            case QUADRATIC -> 1 - apart * apart;
        };
    }

    /**
     * For each level of the scale, how much it agrees with one drawn by these shares.
     *
     * @param scale at least two, in ascending order
     */
    abstract double[] expected(double[] scale, double[] shares);

    /** How much all ordered pairs of two different ones of these levels agree, added up. */
    abstract double pairs(double[] sorted, double range);

    static double range(double[] scale) {
        return scale[scale.length - 1] - scale[0];
    }

    private static double count(double[] levels) {
        return levels.length * (levels.length - 1.0);
    }
}
