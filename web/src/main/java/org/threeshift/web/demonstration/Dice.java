package org.threeshift.web.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Chance that falls the same way each time for the same seed and purpose, whatever else was drawn before. */
final class Dice {
    private final RandomGenerator chance;

    private Dice(RandomGenerator chance) {
        this.chance = chance;
    }

    static Dice of(long seed, String... purpose) {
        UUID mixed = UUID.nameUUIDFromBytes((seed + ":" + String.join("/", purpose)).getBytes(StandardCharsets.UTF_8));
        return new Dice(new SplittableRandom(mixed.getMostSignificantBits() ^ mixed.getLeastSignificantBits()));
    }

    boolean falls(double probability) {
        return chance.nextDouble() < probability;
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + chance.nextInt(high - low + 1);
    }

    double between(double low, double high) {
        return low + chance.nextDouble() * (high - low);
    }

    /** Around 0. */
    double spread(double deviation) {
        return chance.nextGaussian() * deviation;
    }

    <T> List<T> shuffled(List<T> items) {
        var copy = new ArrayList<>(items);
        for (int last = copy.size() - 1; last > 0; last--) {
            Collections.swap(copy, last, chance.nextInt(last + 1));
        }
        return copy;
    }

    /** A UUID of version 7 (RFC 9562) for a moment. */
    UUID id(Instant at) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | (chance.nextLong() & 0xfffL);
        return new UUID(high, (0x2L << 62) | (chance.nextLong() >>> 2));
    }
}
