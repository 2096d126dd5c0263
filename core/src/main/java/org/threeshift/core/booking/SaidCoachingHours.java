package org.threeshift.core.booking;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.people.PersonId;

/** The hours that coaches said they can be booked in. */
@Component
final class SaidCoachingHours implements CoachingHours {
    private final OpenHours hours;

    SaidCoachingHours(OpenHours hours) {
        this.hours = hours;
    }

    @Override
    public Map<PersonId, WeeklyHours> of(Collection<PersonId> coaches) {
        return hours.of(coaches, Purpose.COACHING);
    }
}
