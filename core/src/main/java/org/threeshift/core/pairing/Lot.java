package org.threeshift.core.pairing;

import java.util.UUID;

/** Breaks ties: as good as by chance, yet the same for the same two people in the same draw, whoever is asked first. */
final class Lot {
    private final long[] drawn;

    Lot(Pool pool, long salt) {
        drawn = new long[pool.size()];
        for (int at = 0; at < drawn.length; at++) {
            UUID id = pool.get(at).person().value();
            drawn[at] = mixed(id.getMostSignificantBits() ^ mixed(id.getLeastSignificantBits() ^ mixed(salt)));
        }
    }

    /** 0 or more. */
    int of(int one, int other) {
        return (int) (mixed(drawn[one] + drawn[other]) >>> 33);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators). */
    private static long mixed(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
