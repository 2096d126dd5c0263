package org.threeshift.core.reliability;

import java.time.Instant;
import java.util.Optional;

/**
 * What people have decided about somebody's matching, beside what follows from their no-shows.
 *
 * @param pausedUntil by an admin
 * @param liftedAt    when a coach or an admin last lifted a pause: what was missed before pauses nothing any more
 */
public record Hold(Optional<Instant> pausedUntil, Optional<Instant> liftedAt) {
    public static final Hold NONE = new Hold(Optional.empty(), Optional.empty());
}
