package org.threeshift.core.scorecard;

import java.util.Collection;
import org.hipparchus.distribution.continuous.TDistribution;
import org.threeshift.core.rubric.Level;

/**
 * Where a score lies with 95 % confidence, within the scale from 1 to 5.
 *
 * <p>The questions of an interview are taken as a sample of the questions that might have been asked: the interval is
 * Student's t over the means of the questions, mean ± t(0.975, k − 1) · s / √k for k questions (NIST/SEMATECH e-Handbook of
 * Statistical Methods, section 1.3.5.2), cut off at the ends of the scale. Levels of different interviewers on one question
 * are not independent answers, so they are averaged first and narrow the band only as far as they agree with the other
 * questions.
 *
 * <p>Levels are whole numbers. A true height rounded to whole levels carries a variance of 1/12 (W. F. Sheppard, 1898), so
 * s² is never taken below 1/12: three questions that all got a 4 are not proof of exactly 4.
 *
 * <p>One question says nothing about other questions: its band is the whole scale.
 */
public record Band(double low, double high) {
    /** Two-sided. */
    public static final double CONFIDENCE = 0.95;

    static final Band WHOLE_SCALE = new Band(Level.LOWEST, Level.HIGHEST);
    static final double ROUNDING_VARIANCE = 1.0 / 12;

    public Band {
        if (!(low >= Level.LOWEST && low <= high && high <= Level.HIGHEST)) {
            throw new IllegalArgumentException("A band lies within 1 to 5, low end first, not " + low + " to " + high);
        }
    }

    /** @param questionMeans at least one, each from 1 to 5 */
    static Band around(double mean, Collection<Double> questionMeans) {
        int questions = questionMeans.size();
        if (questions < 2) {
            return WHOLE_SCALE;
        }
        double squares = questionMeans.stream()
                .mapToDouble(each -> (each - mean) * (each - mean))
                .sum();
        double variance = Math.max(squares / (questions - 1), ROUNDING_VARIANCE);
        double t = new TDistribution(questions - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        double half = t * Math.sqrt(variance / questions);
        return new Band(Math.max(Level.LOWEST, mean - half), Math.min(Level.HIGHEST, mean + half));
    }

    public double width() {
        return high - low;
    }

    boolean contains(double value) {
        return low <= value && value <= high;
    }
}
