package org.threeshift.core.interview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** When interviews are, for calendars: one query however many. */
public interface InterviewDates {
    Optional<InterviewDate> of(InterviewId interview);

    /**
     * Those in which a person has a seat, also the ones that were called off, in the order of their time.
     *
     * @param from  only what starts then or later
     * @param limit of more, the latest
     */
    List<InterviewDate> of(PersonId person, Instant from, int limit);
}
