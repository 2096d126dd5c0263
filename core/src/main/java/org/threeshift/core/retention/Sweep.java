package org.threeshift.core.retention;

import java.time.Instant;

/** Something that a feature removes each night. A feature makes a bean of it; several nodes may sweep at once. */
public interface Sweep {
    /** For the log and for the admin's page, which has a sentence for it: {@code admin.sweep.…}, such as {@code expired-links}. */
    String name();

    /**
     * Removes what is over by then.
     *
     * @return how many things went
     */
    int sweep(Instant now);
}
