package org.threeshift.core.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * That somebody has an address under which a calendar finds all their interviews. The address itself is known to nobody but them.
 *
 * @param readAt when somebody last read it, to the hour
 */
public record Feed(Instant madeAt, Optional<Instant> readAt) {}
