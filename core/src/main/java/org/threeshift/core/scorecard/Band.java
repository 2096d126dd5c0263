package org.threeshift.core.scorecard;

import java.util.Collection;
import java.util.Optional;
import org.threeshift.core.rubric.Level;

/**
 * Where a score lies with 95 % confidence, within the scale from 1 to 5.
 *
 * <p><em>Over the questions.</em> The questions of an interview are taken as a sample of the questions that might have been
 * asked: the interval is Student's t over the means of the questions, mean ± t(0.975, k − 1) · s / √k for k questions
 * (NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.5.2), cut off at the ends of the scale. Levels of different
 * interviewers on one question are not independent answers, so they are averaged first and narrow the band only as far as
 * they agree with the other questions. Levels are whole numbers. A true height rounded to whole levels carries a variance of
 * 1/12 (W. F. Sheppard, 1898), so s² is never taken below 1/12: three questions that all got a 4 are not proof of exactly 4.
 *
 * <p><em>Over questions and interviewers.</em> Where there are at least three interviewers and three questions, both are
 * samples, and the interval is that of {@link TwoWay}. The band is the wider one of the two: an interval that knows more
 * must not claim more only because an estimate of the interviewers' variance came out small.
 *
 * <p><em>The whole scale.</em> One question says nothing about other questions.
 *
 * <p>With one or two interviewers the band cannot say how others would have scored: two people are no sample from which to
 * tell how far interviewers lie apart. Whoever shows such a band says so.
 *
 * @param standardError of the mean, in levels; infinite for the whole scale
 * @param degrees       of freedom of that error, rounded down; 0 for the whole scale
 */
public record Band(double low, double high, Method method, double standardError, int degrees) {
    /** Two-sided. */
    public static final double CONFIDENCE = 0.95;

    static final Band WHOLE_SCALE = new Band(Level.LOWEST, Level.HIGHEST);
    static final double ROUNDING_VARIANCE = 1.0 / 12;

    /** How a band came about. */
    public enum Method {
        /** One question only. */
        WHOLE_SCALE,
        /** Student's t over the means of the questions. */
        QUESTIONS,
        /** Two-way random effects over questions and interviewers. */
        PANEL
    }

    public Band {
        if (!(low >= Level.LOWEST && low <= high && high <= Level.HIGHEST)) {
            throw new IllegalArgumentException("A band lies within 1 to 5, low end first, not " + low + " to " + high);
        }
    }

    /** One of which no more is known than its ends. */
    Band(double low, double high) {
        this(low, high, Method.WHOLE_SCALE, Double.POSITIVE_INFINITY, 0);
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
        return around(mean, Method.QUESTIONS, Math.sqrt(variance / questions), questions - 1);
    }

    /** @param marks what the means of the questions come from */
    static Band around(double mean, Collection<Double> questionMeans, Collection<Mark> marks) {
        Band overQuestions = around(mean, questionMeans);
        Optional<Band> overBoth = TwoWay.of(marks)
                .map(error -> around(mean, Method.PANEL, error.standardError(), error.degrees()))
                .filter(panel -> panel.reach() > overQuestions.reach());
        return overBoth.orElse(overQuestions);
    }

    private static Band around(double mean, Method method, double standardError, int degrees) {
        double half = StudentT.twoSided(degrees) * standardError;
        return new Band(
                Math.max(Level.LOWEST, mean - half),
                Math.min(Level.HIGHEST, mean + half),
                method,
                standardError,
                degrees);
    }

    public double width() {
        return high - low;
    }

    /** Half its width before it is cut off at the ends of the scale. */
    public double reach() {
        return degrees == 0 ? Double.POSITIVE_INFINITY : StudentT.twoSided(degrees) * standardError;
    }

    /** Whether the scale ends before the band would. */
    public boolean cut() {
        return width() < 2 * reach() * (1 - 1e-9);
    }

    boolean contains(double value) {
        return low <= value && value <= high;
    }
}
