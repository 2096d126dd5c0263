package org.threeshift.core.retention;

import org.threeshift.core.people.PersonId;

/** Takes a guest whose time is over out of everything that is kept, and leaves other people's results right. */
@FunctionalInterface
public interface GuestEraser {
    /** Afterwards no row of a person of this id is a guest under a name of their own. */
    void erase(PersonId guest);
}
