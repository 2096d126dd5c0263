package org.threeshift.core.practice;

import java.util.Optional;
import java.util.stream.Stream;

/** How often somebody wants to be matched. Names are stored, so that none is ever changed. */
public enum Pace {
    EACH_DRAW,
    EVERY_SECOND_DRAW,
    /** Only in a draw that they said they want to be in. */
    WHEN_I_SAY;

    public static Optional<Pace> of(String name) {
        return Stream.of(values()).filter(pace -> pace.name().equals(name)).findFirst();
    }
}
