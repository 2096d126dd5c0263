package org.threeshift.core.appointment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.List;
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
        return of(span, zone, zone.getRules());
    }

    /** By other rules of the zone. */
    public static Agreed of(Span span, ZoneId zone, ZoneRules rules) {
        Instant start = micros(span.from());
        ZoneOffset offset = rules.getOffset(start);
        return new Agreed(span, zone, LocalDateTime.ofInstant(start, offset), offset);
    }

    /**
     * What was agreed on, should the zone have these rules: as long, and when the wall clock shows the same. An hour that comes twice
     * by them stays the pass that it was, or becomes the first where that offset is in force no more. An hour that is left out comes
     * as much later as the clock jumps, as calendars have it (RFC 5545, section 3.3.5), and is from then on what the clock shows then.
     *
     * @return this where these rules change nothing, so that asking again of what was answered changes nothing either
     */
    public Agreed by(ZoneRules rules) {
        List<ZoneOffset> valid = rules.getValidOffsets(wallClock);
        if (valid.contains(offset)) {
            return this;
        }
        ZoneOffset now = valid.isEmpty() ? rules.getTransition(wallClock).getOffsetBefore() : valid.getFirst();
        return of(Span.of(wallClock.toInstant(now), span.length()), zone, rules);
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
