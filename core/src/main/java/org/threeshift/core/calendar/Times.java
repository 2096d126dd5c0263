package org.threeshift.core.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which form a calendar file says when something is. Both mean the same moment. */
public enum Times {
    /** In UTC, which leaves nothing to be understood differently. */
    UTC,
    /** By the wall clock of the zone in which it was agreed, with that zone's rules in the file. */
    ZONE;

    public static Optional<Times> of(String word) {
        return Arrays.stream(values())
                .filter(times -> times.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
