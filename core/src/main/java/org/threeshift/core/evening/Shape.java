package org.threeshift.core.evening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.threeshift.core.hours.Span;

/**
 * How an evening is divided.
 *
 * @param slotMinutes  of one meeting, both halves; even
 * @param breakMinutes between two slots
 * @param rooms        how many pairs can meet at once
 * @param bank         whose questions are asked
 * @param rounds       whose questions, in their order
 */
public record Shape(int slotMinutes, int breakMinutes, int slots, int rooms, String bank, List<String> rounds) {
    public static final int SHORTEST_SLOT = 20;
    public static final int LONGEST_SLOT = 120;
    public static final int LONGEST_BREAK = 60;

    public Shape {
        rounds = List.copyOf(rounds);
    }

    public Duration length() {
        return Duration.ofMinutes((long) slots * slotMinutes + (long) (slots - 1) * breakMinutes);
    }

    /** @param number from 1 */
    public Span slot(Instant start, int number) {
        Instant from = start.plus(Duration.ofMinutes((long) (number - 1) * (slotMinutes + breakMinutes)));
        return Span.of(from, Duration.ofMinutes(slotMinutes));
    }
}
