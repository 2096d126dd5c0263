package org.threeshift.core.appointment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.threeshift.core.hours.Span;

/**
 * A time as people agreed on it: when it is, and what the wall clock of some zone will show then. Should the rules of the zone
 * change, the wall clock is what they meant.
 *
 * @param span      to the microsecond, as the database keeps it
 * @param wallClock what the clock shows at its start
 * @param offset    how far that clock was from UTC by the rules of then; it tells the two passes of a doubled hour apart
 */
public record Agreed(Span span, ZoneId zone, LocalDateTime wallClock, ZoneOffset offset) {
    /** @throws IllegalArgumentException when the wall clock does not show that time with that offset */
    public Agreed {
        span = new Span(micros(span.from()), micros(span.until()));
        wallClock = wallClock.truncatedTo(ChronoUnit.MICROS);
        if (!wallClock.toInstant(offset).equals(span.from())) {
            throw new IllegalArgumentException("%s%s is not %s".formatted(wallClock, offset, span.from()));
        }
    }

    /** By the rules of the zone as they are known now. */
    public static Agreed of(Span span, ZoneId zone) {
        Instant start = micros(span.from());
        ZoneOffset offset = zone.getRules().getOffset(start);
        return new Agreed(span, zone, LocalDateTime.ofInstant(start, offset), offset);
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
