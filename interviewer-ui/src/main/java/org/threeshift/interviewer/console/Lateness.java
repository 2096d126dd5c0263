package org.threeshift.interviewer.console;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells keys that arrive long after they were pressed, because the line was lost between. A page's clock and the server's may
 * differ by anything, so the quickest key that came is the measure of the others.
 */
final class Lateness implements Serializable {
    static final Duration LATE = Duration.ofSeconds(4);

    private double least = Double.POSITIVE_INFINITY;

    /**
     * After a late one this page's clock is believed anew: a machine that has slept may have a clock that stood still.
     *
     * @param pressed milliseconds on the page's clock, 0 when unknown
     */
    boolean late(double pressed, Instant now) {
        if (pressed <= 0) {
            return false;
        }
        double took = now.toEpochMilli() - pressed;
        boolean late = took - least > LATE.toMillis();
        least = late ? took : Math.min(least, took);
        return late;
    }
}
