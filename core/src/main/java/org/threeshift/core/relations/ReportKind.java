package org.threeshift.core.relations;

import java.util.Optional;
import java.util.stream.Stream;

/** What somebody reports. Names are stored, so that none is ever changed. */
public enum ReportKind {
    HARASSMENT,
    RUDENESS,
    /** They came for something else, such as selling. */
    NOT_PRACTISING,
    /** They told others what was said in confidence. */
    CONFIDENCE_BROKEN,
    OTHER;

    public static Optional<ReportKind> of(String name) {
        return Stream.of(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
