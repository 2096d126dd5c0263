package org.threeshift.core.rubric;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A level on the behaviourally anchored scale from 1 to 5, or <em>not observed</em>. Not observed is no number: it is never
 * a zero and never enters a mean.
 */
public enum Level {
    NOT_OBSERVED(0),
    ONE(1),
    TWO(2),
    THREE(3),
    FOUR(4),
    FIVE(5);

    /** The lowest number on the scale. */
    public static final int LOWEST = 1;
    /** The highest number on the scale. */
    public static final int HIGHEST = 5;

    private final int key;

    Level(int key) {
        this.key = key;
    }

    /**
     * The level behind a key: 1 to 5, and 0 for not observed.
     *
     * @throws IllegalArgumentException outside 0 to 5
     */
    public static Level ofKey(int key) {
        return Arrays.stream(values())
                .filter(level -> level.key == key)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("A level's key is 0 (not observed) or 1 to 5, not " + key));
    }

    /** The key that sets this level: 1 to 5, and 0 for not observed. */
    public int key() {
        return key;
    }

    /** The number from 1 to 5, absent when not observed. */
    public OptionalInt value() {
        return this == NOT_OBSERVED ? OptionalInt.empty() : OptionalInt.of(key);
    }

    /** Whether a sheet with this level locks only with evidence. The middle and not observed need none. */
    public boolean needsEvidence() {
        return this != NOT_OBSERVED && this != THREE;
    }
}
