package org.threeshift.core.evening;

import org.threeshift.core.people.PersonId;

/**
 * Somebody who sits out, for a reason that can be named. Where there is another, such as that somebody blocked somebody, none is: what is
 * said then is also said of whoever has met everybody.
 *
 * @param slot from 1
 */
public record Out(PersonId person, int slot, Why why) {
    /** What stands in the way. */
    public enum Why {
        /** They have something else then. */
        ELSEWHERE,
        /** They are yet to be asked elsewhere whatever could be asked then. */
        QUESTIONS,
        /** Everybody else who can be there is in a meeting. */
        ODD_NUMBER,
        /** Others sit out as well, and each room is taken. */
        ROOMS
    }
}
