package org.threeshift.core.analysis;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Where a coefficient lies with 95 % confidence, two-sided. */
record Interval(double low, double high) {
    /** On fewer, an interval that holds in large samples or is drawn from the sample says nothing. */
    static final int LEAST_UNITS = 5;

    static final double CONFIDENCE = 0.95;
    static final double UPPER = (1 + CONFIDENCE) / 2;

    private static final double NORMAL = new NormalDistribution().inverseCumulativeProbability(UPPER);

    Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("An interval goes from low to high, not from " + low + " to " + high);
        }
    }

    /** Of a coefficient that is at most 1 and normal in large samples. It is cut off at −1 where the coefficient itself is not below. */
    static Interval normal(double value, double standardError) {
        return around(value, NORMAL * standardError);
    }

    /** The same by Student's t. */
    static Interval student(double value, double standardError, int degrees) {
        return around(value, new TDistribution(degrees).inverseCumulativeProbability(UPPER) * standardError);
    }

    private static Interval around(double value, double half) {
        // Gwet's AC2 goes below −1 where raters differ by far more than chance would have them.
        double least = value < -1 ? Double.NEGATIVE_INFINITY : -1;
        return new Interval(Math.max(least, value - half), Math.min(1, value + half));
    }
}
