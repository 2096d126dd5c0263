package org.threeshift.core.booking;

import java.util.Optional;
import org.threeshift.core.people.Entry;

/** What people type about bookings, tidied and measured in characters as people count them. */
final class Typed {
    private Typed() {}

    /** One line: outer space goes, inner space becomes single. */
    static String line(String typed) {
        return Entry.tidyName(typed);
    }

    /** Several lines: outer space goes, line ends are all the same. */
    static String text(String typed) {
        return typed.strip().replace("\r\n", "\n").replace('\r', '\n');
    }

    static boolean longerThan(int most, String text) {
        return text.codePointCount(0, text.length()) > most;
    }

    /** @param whenMissing absent where nothing need be typed */
    static Optional<Refusal> wrong(String tidied, int most, Optional<Refusal> whenMissing, Refusal whenLong) {
        if (tidied.isEmpty()) {
            return whenMissing;
        }
        if (longerThan(most, tidied)) {
            return Optional.of(whenLong);
        }
        return Entry.unprintable(tidied.replace("\n", "").replace("\t", ""))
                ? Optional.of(Refusal.UNPRINTABLE)
                : Optional.empty();
    }
}
