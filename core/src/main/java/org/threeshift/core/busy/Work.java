package org.threeshift.core.busy;

/** How much reckoning one calendar may cost, whatever it holds. Not to be shared between threads. */
final class Work {
    private long left;

    Work(long steps) {
        this.left = steps;
    }

    /** @throws Part.TooMuch when it is used up */
    void take(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Part.TooMuch();
        }
    }
}
