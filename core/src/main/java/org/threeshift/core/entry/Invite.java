package org.threeshift.core.entry;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/**
 * Lets its holder become a member of this installation, once.
 *
 * @param email  where it was sent to; absent for a link to hand over
 * @param role   what its holder will be
 * @param cohort which they will be asked to join
 * @param used   by whom and when
 */
public record Invite(
        InviteId id,
        Optional<String> email,
        Role role,
        Optional<CohortId> cohort,
        PersonId by,
        Instant createdAt,
        Instant expiresAt,
        Optional<Use> used,
        Optional<Instant> revokedAt) {
    public record Use(PersonId by, Instant at) {}

    public enum State {
        OPEN,
        USED,
        REVOKED,
        EXPIRED
    }

    public State state(Instant now) {
        if (used.isPresent()) {
            return State.USED;
        }
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }
}
