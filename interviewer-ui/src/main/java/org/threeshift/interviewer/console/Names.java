package org.threeshift.interviewer.console;

import java.util.Map;
import org.threeshift.core.people.PersonId;

/**
 * How the people of an interview are called.
 *
 * @param atConsole interviewers, shadows and observers
 */
record Names(String candidate, Map<PersonId, String> atConsole) {
    Names {
        atConsole = Map.copyOf(atConsole);
    }

    String of(PersonId person) {
        return atConsole.getOrDefault(person, "");
    }
}
