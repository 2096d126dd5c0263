package org.threeshift.web.bench;

import java.util.Arrays;
import java.util.Random;

/**
 * Whether two series of times differ more than chance lets two series of one kind differ: a permutation test on the difference of their medians.
 *
 * @param millis what the second median lies above the first
 * @param most   what 99 of 100 random divisions of the same times stay within, either way
 */
record MedianDifference(double millis, double most) {
    private static final int DIVISIONS = 2_000;
    private static final double SURE = 0.99;

    /** @param seed of the divisions, so that the same times give the same answer */
    static MedianDifference of(double[] first, double[] second, long seed) {
        double[] all = new double[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        Random chance = new Random(seed);
        double[] differences = new double[DIVISIONS];
        for (int division = 0; division < DIVISIONS; division++) {
            shuffle(all, chance);
            differences[division] = Math.abs(difference(
                    Arrays.copyOfRange(all, 0, first.length), Arrays.copyOfRange(all, first.length, all.length)));
        }
        Arrays.sort(differences);
        return new MedianDifference(difference(first, second), differences[(int) (SURE * DIVISIONS)]);
    }

    boolean withinChance() {
        return Math.abs(millis) <= most;
    }

    private static double difference(double[] first, double[] second) {
        return median(second) - median(first);
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static void shuffle(double[] all, Random chance) {
        for (int place = all.length - 1; place > 0; place--) {
            int other = chance.nextInt(place + 1);
            double here = all[place];
            all[place] = all[other];
            all[other] = here;
        }
    }
}
