package org.threeshift.core.analysis;

/** How far numbers lie apart. */
final class Spread {
    private Spread() {}

    /** The squared differences of all ordered pairs, added up: 2 n Σ (x − mean)². Exactly 0 where all are the same. */
    static double squares(double[] sorted) {
        if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
            return 0;
        }
        double mean = mean(sorted);
        double sum = 0;
        for (double each : sorted) {
            sum += (each - mean) * (each - mean);
        }
        return 2 * sorted.length * sum;
    }

    static double mean(double[] numbers) {
        double sum = 0;
        for (double each : numbers) {
            sum += each;
        }
        return sum / numbers.length;
    }
}
