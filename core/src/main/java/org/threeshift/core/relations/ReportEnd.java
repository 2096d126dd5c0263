package org.threeshift.core.relations;

import java.util.Optional;
import java.util.stream.Stream;

/** What an admin did about a report. Names are stored, so that none is ever changed. */
public enum ReportEnd {
    /** Nothing was to be done. */
    NOTHING,
    /** The admin spoke with them. */
    SPOKEN,
    /** Nobody is matched with them for a while. */
    PAUSED,
    /** They cannot sign in. */
    SUSPENDED;

    public static Optional<ReportEnd> of(String name) {
        return Stream.of(values()).filter(end -> end.name().equals(name)).findFirst();
    }
}
