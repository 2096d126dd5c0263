package org.threeshift.core.evening.plan;

import java.util.UUID;

/** Breaks ties: as good as by chance, yet the same for the same seed. */
final class Lots {
    private final long seed;

    Lots(long seed) {
        this.seed = mixed(seed);
    }

    /** 0 or more. */
    int of(UUID id) {
        return (int) (mixed(id.getMostSignificantBits() ^ mixed(id.getLeastSignificantBits() ^ seed)) >>> 33);
    }

    /** From 0 to below the limit. */
    int of(int attempt, int slot, int one, int other, int limit) {
        long mixed = mixed(seed + attempt);
        mixed = mixed(mixed + slot);
        mixed = mixed(mixed + Math.min(one, other));
        return (int) (mixed(mixed + Math.max(one, other)) >>> 33) % limit;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators). */
    private static long mixed(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
