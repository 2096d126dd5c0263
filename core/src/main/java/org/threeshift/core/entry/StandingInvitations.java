package org.threeshift.core.entry;

import java.util.Optional;
import org.threeshift.core.people.PersonId;

/** Pages by which whoever comes is invited, as long as they are open. */
public interface StandingInvitations {
    /**
     * Who invites by it.
     *
     * @param path where somebody was going when they registered, from the root
     */
    Optional<PersonId> of(String path);
}
