package org.threeshift.core.scorecard;

import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;

/** Quantiles of Student's t; the usual ones are worked out once. */
final class StudentT {
    private static final int KEPT = 60;
    private static final double[] TWO_SIDED =
            IntStream.rangeClosed(0, KEPT).mapToDouble(StudentT::quantile).toArray();

    private StudentT() {}

    /** t(0.975): how many standard errors a 95 % interval reaches to either side. */
    static double twoSided(int degrees) {
        if (degrees < 1) {
            throw new IllegalArgumentException("Student's t has at least one degree of freedom, not " + degrees);
        }
        return degrees <= KEPT ? TWO_SIDED[degrees] : quantile(degrees);
    }

    /** To the safe side: fewer degrees reach further. What is whole but for rounding stays whole. */
    static int whole(double degrees) {
        return (int) Math.clamp(Math.floor(degrees + 1e-9), 1, Integer.MAX_VALUE);
    }

    private static double quantile(int degrees) {
        return degrees < 1
                ? Double.POSITIVE_INFINITY
                : new TDistribution(degrees).inverseCumulativeProbability((1 + Band.CONFIDENCE) / 2);
    }
}
