package org.threeshift.web.evening;

import org.threeshift.core.evening.Sitting;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.host.NextStep;

/** Where somebody goes for their meeting: to the console in one half and to the room in the other, and before it opens to prepare. */
public final class Rooms {
    private Rooms() {}

    /** While joining is not open yet. */
    public static String preparing(Sitting sitting) {
        return NextStep.preparing(sitting.second().orElse(sitting.interview()));
    }

    public static String of(Sitting sitting, PersonId person) {
        boolean first = sitting.meeting().first().equals(person);
        return sitting.second()
                .map(second -> first ? "/room/" + second : "/console/interviews/" + second)
                .orElseGet(() -> (first ? "/console/interviews/" : "/room/") + sitting.interview());
    }
}
