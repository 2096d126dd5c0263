package org.threeshift.core.pairing;

/** The normal distribution, as far as it is needed here. */
final class Normal {
    private Normal() {}

    /**
     * The probability of lying within z standard deviations of the mean: erf(z/√2), by formula 7.1.26 of Abramowitz and Stegun,
     * Handbook of Mathematical Functions, good to 1.5e-7.
     *
     * @param z 0 or more
     */
    static double within(double z) {
        double x = z / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return Math.clamp(1 - sum * Math.exp(-x * x), 0, 1);
    }
}
