package org.threeshift.core.presence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewId;

/** Who has which interview open, for whoever has to tell people and not for people. */
@FunctionalInterface
public interface Attendances {
    /** In one query. An interview that nobody has open has none. */
    Map<InterviewId, List<Attendance>> of(Set<InterviewId> interviews);
}
