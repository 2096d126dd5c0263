package org.threeshift.core.calendar;

import java.util.List;
import org.threeshift.core.calendar.CalendarInvites.Occasion;
import org.threeshift.core.people.PersonId;

/** What people have in their calendars besides interviews. Implemented where that is kept; feeds add up all that there are. */
public interface Occasions {
    /**
     * Those that somebody has taken upon themselves. What nothing comes of any more, or what is there as interviews by now, is called
     * off: no feed lists it, and that it changed is noticed.
     */
    List<Occasion> of(PersonId person);
}
