package org.threeshift.core.pairing;

import java.util.stream.Stream;

/** Sets of small numbers as bits, 64 to a word. */
final class Bits {
    private Bits() {}

    /** @param size one more than the greatest number that there can be */
    static long[] of(Stream<Integer> numbers, int size) {
        long[] bits = new long[(size + Long.SIZE - 1) / Long.SIZE];
        numbers.forEach(number -> bits[number / Long.SIZE] |= 1L << number);
        return bits;
    }

    static boolean share(long[] one, long[] other) {
        for (int word = 0; word < one.length; word++) {
            if ((one[word] & other[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** @throws IllegalArgumentException when they share none */
    static int firstShared(long[] one, long[] other) {
        for (int word = 0; word < one.length; word++) {
            long both = one[word] & other[word];
            if (both != 0) {
                return word * Long.SIZE + Long.numberOfTrailingZeros(both);
            }
        }
        throw new IllegalArgumentException("They share nothing");
    }
}
