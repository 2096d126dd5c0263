package org.threeshift.web.host;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Local dates and times as browsers send them. */
final class LocalTimes {
    private LocalTimes() {}

    /** What a wall clock time means in a zone. */
    sealed interface Reading {
        /** Of an hour that comes twice when clocks go back, the first. */
        record At(Instant instant) implements Reading {}

        /** Clocks jump over that time. */
        record Skipped() implements Reading {}

        record Unreadable() implements Reading {}
    }

    static Reading read(String typed, ZoneId zone) {
        Optional<LocalDateTime> local = parse(typed);
        if (local.isEmpty()) {
            return new Reading.Unreadable();
        }
        return zone.getRules().getValidOffsets(local.get()).isEmpty()
                ? new Reading.Skipped()
                : new Reading.At(
                        local.get().atZone(zone).withEarlierOffsetAtOverlap().toInstant());
    }

    static String write(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Optional<LocalDateTime> parse(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
