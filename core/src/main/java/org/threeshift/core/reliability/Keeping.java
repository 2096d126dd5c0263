package org.threeshift.core.reliability;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of a commitment. Names are stored, so that none is ever changed. */
public enum Keeping {
    /** They came. */
    KEPT(1.0),
    /** They called it off less than {@link #LATE_WITHIN} before. */
    LATE(0.5),
    /** The time came, and they did not. */
    NO_SHOW(0.0);

    /** Whoever calls off earlier than this before the time broke nothing: the other one can still be matched anew. */
    public static final Duration LATE_WITHIN = Duration.ofHours(24);

    private final double worth;

    Keeping(double worth) {
        this.worth = worth;
    }

    /** How much of a commitment kept it counts, from 0 to 1: a word given late is half of a word kept. */
    public double worth() {
        return worth;
    }

    /** What calling off then makes of a commitment; absent when it was early enough to count as none. */
    public static Optional<Keeping> calledOff(Instant startsAt, Instant calledOffAt) {
        return calledOffAt.isAfter(startsAt.minus(LATE_WITHIN)) ? Optional.of(LATE) : Optional.empty();
    }
}
