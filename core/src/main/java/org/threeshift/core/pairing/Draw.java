package org.threeshift.core.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.threeshift.core.hours.Span;

/**
 * A draw to be made.
 *
 * @param practisers in any order, everyone once; the outcome does not depend on the order, save in {@link Pairing#firstCome()}
 * @param period     within which pairs are to meet, at most 31 days
 * @param length     of a meeting, both interviews and the time between them
 * @param at         when it is made: from then it is reckoned how long ago people met, and by it ties are broken otherwise in
 *     every draw
 */
public record Draw(List<Practiser> practisers, Span period, Duration length, Instant at) {
    public static final Duration LONGEST_PERIOD = Duration.ofDays(31);

    /** @throws IllegalArgumentException when somebody is there twice, the period too long, or a meeting takes no time */
    public Draw {
        practisers = List.copyOf(practisers);
        if (practisers.stream().map(Practiser::person).distinct().count() < practisers.size()) {
            throw new IllegalArgumentException("Everyone takes part in a draw once");
        }
        if (period.length().compareTo(LONGEST_PERIOD) > 0) {
            throw new IllegalArgumentException("A draw is for at most 31 days, not " + period);
        }
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("A meeting takes some time, not " + length);
        }
    }
}
