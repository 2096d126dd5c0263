package org.threeshift.core.cohort;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.people.Person;

/** How somebody who is not known here gets in: by an invitation to the installation, which names the cohort. */
public interface Newcomers {
    /**
     * Sends the invitation. A later one to the same address replaces it.
     *
     * @param email as tidied
     * @return false when the installation lets nobody in that way now
     */
    boolean invite(Person by, String email, CohortId cohort);

    /** Those of the addresses, as tidied, to which no invitation goes, as whoever has it wants none. */
    default Set<String> unwanted(Collection<String> emails) {
        return Set.of();
    }

    /** Ends the invitations into a cohort that are open: those to an address, or all of them. */
    void end(CohortId cohort, Optional<String> email);
}
