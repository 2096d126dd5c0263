package org.threeshift.core.exchange;

import java.time.Duration;

/**
 * How two halves share the time that both agreed on. Each owns half of it. Minutes that the first half runs over come off
 * the second, in which whoever held the first half's clock sits in the candidate's chair: they pay themselves. But never
 * more than half of the second half's share; beyond that the sitting grows. Minutes that the first half leaves over pass to
 * nobody: who cuts the other short gains nothing, both are done earlier.
 */
public final class FairTime {
    /** The fewest minutes for both halves together. */
    public static final int SHORTEST = 20;
    /** The most minutes for both halves together. */
    public static final int LONGEST = 240;

    private FairTime() {}

    /** Whether so many minutes can be agreed on: an even number, so that each half is whole. */
    static boolean possible(int minutes) {
        return minutes >= SHORTEST && minutes <= LONGEST && minutes % 2 == 0;
    }

    /** Each half's own share, in minutes. */
    static int share(int minutes) {
        return minutes / 2;
    }

    /**
     * The second half's share in whole minutes, a started one counted.
     *
     * @param minutes for both halves
     * @param taken   by the first half, pauses left out
     */
    static int second(int minutes, Duration taken) {
        int share = share(minutes);
        Duration left = Duration.ofMinutes(minutes).minus(taken);
        long whole = left.plusSeconds(59).toMinutes();
        return Math.clamp(whole, (share + 1) / 2, share);
    }
}
