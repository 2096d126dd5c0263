package org.threeshift.core.id;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * New ids: UUID version 7 (RFC 9562, section 5.7). The first 48 bits are the millisecond, so that rows made together lie
 * together in an index; the other 74 are random.
 */
@Component
public final class Ids {
    private static final long VERSION = 0x7L << 12;
    private static final long VARIANT = 0x2L << 62;

    private final InstantSource time;
    private final RandomGenerator chance;

    public Ids(InstantSource time, RandomGenerator chance) {
        this.time = time;
        this.chance = chance;
    }

    public UUID next() {
        long high = (time.millis() << 16) | VERSION | (chance.nextLong() & 0xfffL);
        long low = VARIANT | (chance.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
