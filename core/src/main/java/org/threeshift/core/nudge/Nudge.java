package org.threeshift.core.nudge;

import java.util.List;
import java.util.Optional;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.people.Person;

/**
 * That somebody is to be told of sheets of one interview.
 *
 * @param owed one sheet and its interviewer's reminder, or all open sheets of the interview for whoever looks after it
 * @param to   who is told; never nobody
 */
record Nudge(Stage stage, List<Owed> owed, List<Recipient> to) {
    Nudge {
        owed = List.copyOf(owed);
        to = List.copyOf(to);
    }

    /** @param cohort through which a coach follows the candidate; absent for whoever has a part in the interview */
    record Recipient(Person person, Optional<CohortId> cohort) {}

    Owed first() {
        return owed.getFirst();
    }
}
