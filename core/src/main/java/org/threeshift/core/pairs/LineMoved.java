package org.threeshift.core.pairs;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Somebody came into the waiting room's line or left it, or a pair of it was made or answered. Told to the application in the
 * transaction in which that happens, so that whoever waits hears of it soon after the commit.
 */
public record LineMoved() {
    /** What pages in the waiting room listen to: one for all of them, as it is one line. */
    public static final UUID TOPIC = UUID.nameUUIDFromBytes("threeshift waiting room".getBytes(StandardCharsets.UTF_8));
}
