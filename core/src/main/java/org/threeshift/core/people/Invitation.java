package org.threeshift.core.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets the holder of a link join one interview without an account.
 *
 * @param label  whom the host meant it for, as the host typed it; may be empty
 * @param createdBy the host; of a link by which somebody comes back, they themselves
 * @param usedBy the person who opened it first and keeps it
 */
public record Invitation(
        UUID interviewId, String label, PersonId createdBy, Instant expiresAt, Optional<PersonId> usedBy) {

    /** Whether it lets in again whoever has joined: such a link is theirs from the beginning. */
    public boolean back() {
        return usedBy.filter(createdBy::equals).isPresent();
    }

    /** What a link that somebody opened turned out to be. */
    public sealed interface Opened {
        record Valid(Invitation invitation) implements Opened {}

        record Expired(Invitation invitation) implements Opened {}

        record Unknown() implements Opened {}
    }

    /** What became of a person's wish to keep an invitation. */
    public sealed interface Bound {
        /** It is this person's, since now or since before. */
        record Yours(Invitation invitation) implements Bound {}

        record SomebodyElses() implements Bound {}

        record Expired() implements Bound {}

        record Unknown() implements Bound {}
    }
}
