package org.threeshift.core.booking;

import java.util.Collection;
import java.util.Map;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.people.PersonId;

/** When coaches can be booked at all. */
public interface CoachingHours {
    /** Nothing for whoever has said no hours. */
    Map<PersonId, WeeklyHours> of(Collection<PersonId> coaches);
}
