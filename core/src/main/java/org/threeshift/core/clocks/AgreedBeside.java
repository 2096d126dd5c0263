package org.threeshift.core.clocks;

import java.time.Instant;
import org.threeshift.core.appointment.ZoneDatabase;

/** Hours that people agreed on by a wall clock and that are nobody's appointment, such as an evening to which many are asked. */
public interface AgreedBeside {
    /**
     * Lets them stay at what the clock will show, and tells those whom it concerns, once. After the appointments have moved; on a node that
     * knows of the world's clocks as much as any.
     */
    void follow(ZoneDatabase zones, Instant now);
}
