package org.threeshift.interviewer.console;

import java.util.Map;
import org.threeshift.core.people.PersonId;

/** How the people of an interview are called. */
record Names(String candidate, Map<PersonId, String> interviewers) {
    Names {
        interviewers = Map.copyOf(interviewers);
    }

    String of(PersonId interviewer) {
        return interviewers.getOrDefault(interviewer, "");
    }
}
