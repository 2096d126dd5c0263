package org.threeshift.core.cohort;

import org.threeshift.core.people.Person;

/** How somebody who is not known here gets in: by an invitation to the installation, which names the cohort. */
@FunctionalInterface
public interface Newcomers {
    /**
     * Sends the invitation. A later one to the same address replaces it.
     *
     * @param email as tidied
     * @return false when the installation lets nobody in that way now
     */
    boolean invite(Person by, String email, CohortId cohort);
}
