package org.threeshift.core.evening;

import org.threeshift.core.people.PersonId;

/**
 * Somebody who sits out for a reason that another plan would not mend.
 *
 * @param slot from 1
 */
public record Out(PersonId person, int slot, Why why) {
    /** What stands in the way. */
    public enum Why {
        /** They have something else then. */
        ELSEWHERE,
        /** They are yet to be asked elsewhere whatever could be asked then. */
        QUESTIONS
    }
}
