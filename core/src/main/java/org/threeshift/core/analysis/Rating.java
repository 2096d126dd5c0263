package org.threeshift.core.analysis;

/**
 * One level that one rater gave.
 *
 * @param item  what of the subject was rated, such as a question; empty where there is only one thing
 * @param level finite
 */
public record Rating(String subject, String item, String rater, double level) {
    public Rating {
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("A level is a number, not " + level);
        }
        level += 0.0; // minus zero is zero
    }
}
