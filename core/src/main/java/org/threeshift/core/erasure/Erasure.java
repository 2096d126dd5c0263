package org.threeshift.core.erasure;

import java.time.Instant;
import java.util.UUID;
import org.threeshift.core.people.PersonId;

/**
 * A wish to be erased that waits.
 *
 * @param askedBy the person, or an admin who acts for them
 * @param reason  an admin's; empty for one's own
 * @param dueAt   when it is carried out, unless it is called off before
 */
public record Erasure(UUID id, PersonId person, PersonId askedBy, String reason, Instant askedAt, Instant dueAt) {
    /** Whether the person asked for it: then nobody but they can call it off. */
    public boolean own() {
        return person.equals(askedBy);
    }
}
