package org.threeshift.core.busy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and durations as calendar files write them (RFC 5545, section 3.3). */
final class Stamp {
    static final Pattern SEPARATOR = Pattern.compile(",");

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final Pattern SHAPE = Pattern.compile("(\\d{8})(?:T(\\d{6})Z?)?");
    private static final Pattern DURATION = Pattern.compile(
            "\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,7})S)?)?");

    private Stamp() {}

    static boolean utc(String value) {
        return value.strip().endsWith("Z");
    }

    static boolean wholeDay(String value) {
        return value.strip().length() == 8;
    }

    /** What the clock shows; midnight of a mere date. Absent for anything else, and for years that no calendar is about. */
    static Optional<LocalDateTime> local(String value) {
        Matcher shape = SHAPE.matcher(value.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(shape.group(1), DATE);
            // A second that is leapt does not exist here.
            LocalTime time = shape.group(2) == null
                    ? LocalTime.MIDNIGHT
                    : LocalTime.parse(shape.group(2).replaceAll("60$", "59"), TIME);
            return date.getYear() < 1_600 || date.getYear() > 2_500 ? Optional.empty() : Optional.of(date.atTime(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Absent for one that runs backwards. Days are 24 hours here; an hour more or less makes nobody free. */
    static Optional<Duration> duration(String value) {
        Matcher parts = DURATION.matcher(value.strip());
        if (!parts.matches() || value.strip().length() < 3) {
            return Optional.empty();
        }
        return Optional.of(ChronoUnit.WEEKS
                .getDuration()
                .multipliedBy(number(parts.group(1)))
                .plusDays(number(parts.group(2)))
                .plusHours(number(parts.group(3)))
                .plusMinutes(number(parts.group(4)))
                .plusSeconds(number(parts.group(5))));
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
