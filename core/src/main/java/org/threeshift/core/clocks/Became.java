package org.threeshift.core.clocks;

import java.util.Locale;
import org.threeshift.core.appointment.Agreed;

/** What became of an hour. Each has a sentence. */
enum Became {
    /** It is when the wall clock shows what was agreed. */
    KEPT,
    /** The wall clock never shows it. */
    SKIPPED,
    /** Somebody of its people has something else then: it stays at its moment. */
    TAKEN,
    /** That moment is over: it stays at its own. */
    PASSED;

    boolean moves() {
        return this == KEPT || this == SKIPPED;
    }

    static Became of(Agreed before, Agreed after) {
        return before.wallClock().equals(after.wallClock()) ? KEPT : SKIPPED;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
