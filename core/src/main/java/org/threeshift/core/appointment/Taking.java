package org.threeshift.core.appointment;

import java.util.Set;
import org.threeshift.core.people.PersonId;

/** What came of asking for people's time. */
public sealed interface Taking {
    record Taken(Appointment appointment) implements Taking {}

    /**
     * Nothing was taken and nothing changed.
     *
     * @param whom who has another appointment then; never empty
     */
    record Busy(Set<PersonId> whom) implements Taking {
        public Busy {
            whom = Set.copyOf(whom);
        }
    }

    /** There is no such appointment, or no longer. */
    record Gone() implements Taking {}
}
