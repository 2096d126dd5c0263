package org.threeshift.interviewer.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the console writes them. */
final class Times {
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private Times() {}

    /** Minutes and seconds, such as 7:04 or 61:10. */
    static String clock(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    static String minute(Instant at, ZoneId zone) {
        return TO_THE_MINUTE.format(at.atZone(zone));
    }

    static String second(Instant at, ZoneId zone) {
        return TO_THE_SECOND.format(at.atZone(zone));
    }

    static String day(Instant at, ZoneId zone) {
        return DAY_AND_TIME.format(at.atZone(zone));
    }
}
