package org.threeshift.core.busy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.appointment.BusySource;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** People are not booked while they are busy by a calendar that they keep elsewhere. */
@Component
final class BusyElsewhere implements BusySource {
    private final OutsideCalendars calendars;

    BusyElsewhere(OutsideCalendars calendars) {
        this.calendars = calendars;
    }

    /** Which interview is to be moved makes no difference: what a calendar elsewhere holds has no name here. */
    @Override
    public Map<PersonId, Spans> busy(Collection<PersonId> people, Span within, Optional<InterviewId> except) {
        Map<PersonId, Spans> busy = new HashMap<>();
        calendars.busy(people, within).forEach((person, spans) -> busy.put(person, Spans.of(spans)));
        return busy;
    }
}
