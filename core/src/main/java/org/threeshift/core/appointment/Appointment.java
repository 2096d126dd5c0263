package org.threeshift.core.appointment;

import java.util.Optional;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * Some people's time, taken.
 *
 * @param interview which follows it and which it follows; absent while there is none yet
 */
public record Appointment(
        AppointmentId id, Set<PersonId> people, Agreed agreed, What what, Optional<InterviewId> interview) {
    public Appointment {
        people = Set.copyOf(people);
    }
}
