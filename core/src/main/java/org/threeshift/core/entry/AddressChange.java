package org.threeshift.core.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.people.PersonId;

/**
 * Somebody's wish for another e-mail address. It comes true when both addresses have said yes.
 *
 * @param ended by coming true, or by being taken back from either side
 */
public record AddressChange(
        UUID id,
        PersonId person,
        String before,
        String after,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> beforeConfirmed,
        Optional<Instant> afterConfirmed,
        Optional<Instant> ended) {
    /** Which of the two addresses a link was sent to. */
    public enum Side {
        BEFORE,
        AFTER
    }

    public boolean open(Instant now) {
        return ended.isEmpty() && now.isBefore(expiresAt);
    }

    public Optional<Instant> confirmed(Side side) {
        return side == Side.BEFORE ? beforeConfirmed : afterConfirmed;
    }

    public boolean complete() {
        return beforeConfirmed.isPresent() && afterConfirmed.isPresent();
    }
}
