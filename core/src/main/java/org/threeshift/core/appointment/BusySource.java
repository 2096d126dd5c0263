package org.threeshift.core.appointment;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Something by which people are known to be busy. {@link BusyTimes} adds up all that there are. */
public interface BusySource {
    /**
     * @param within what lies outside need not be told
     * @param except the interview that is to be moved, which stands in nobody's way
     * @return nothing for whoever is free
     */
    Map<PersonId, Spans> busy(Collection<PersonId> people, Span within, Optional<InterviewId> except);
}
