package org.threeshift.core.analysis;

import java.util.Arrays;

/** What was rated once by each of some raters: a subject, or a subject's item. */
final class Unit {
    private final int[] raters;
    private final double[] levels;
    private final double[] sorted;

    /** @param raters each once, in ascending order, beside their levels */
    Unit(int[] raters, double[] levels) {
        this.raters = raters;
        this.levels = levels;
        this.sorted = levels.clone();
        Arrays.sort(sorted);
    }

    int size() {
        return levels.length;
    }

    int rater(int index) {
        return raters[index];
    }

    double level(int index) {
        return levels[index];
    }

    /** In ascending order. Not to be written to. */
    double[] sorted() {
        return sorted;
    }
}
