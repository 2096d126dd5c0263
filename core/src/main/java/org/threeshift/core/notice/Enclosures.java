package org.threeshift.core.notice;

import java.util.Optional;
import org.threeshift.core.mail.CalendarPart;

/** What a notice that tells of no single interview carries for a calendar. A feature makes a bean of it. */
@FunctionalInterface
public interface Enclosures {
    /** Absent for what the feature does not know. */
    Optional<CalendarPart> of(Dispatch dispatch);
}
