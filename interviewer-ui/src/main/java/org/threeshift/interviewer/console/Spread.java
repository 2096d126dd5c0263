package org.threeshift.interviewer.console;

import java.util.Collection;
import java.util.Optional;
import org.threeshift.core.rubric.Level;

/**
 * How far the panel's levels lie apart on one shift of one question.
 *
 * @param low     the lowest number that was given, 1 to 5
 * @param high    the highest
 * @param numbers how many were given, at least one: <em>not observed</em> is no number
 */
record Spread(int low, int high, long numbers) {

    /** Absent when nobody observed it. */
    static Optional<Spread> of(Collection<Level> given) {
        var all = given.stream().flatMapToInt(level -> level.value().stream()).summaryStatistics();
        return all.getCount() == 0
                ? Optional.empty()
                : Optional.of(new Spread(all.getMin(), all.getMax(), all.getCount()));
    }

    /** Whether there are two numbers to lie apart. */
    boolean compares() {
        return numbers > 1;
    }

    int apart() {
        return high - low;
    }

    /** Where a number lies: negative below the panel's lowest, positive above its highest, 0 within. */
    int beyond(int number) {
        return number < low ? number - low : Math.max(0, number - high);
    }
}
