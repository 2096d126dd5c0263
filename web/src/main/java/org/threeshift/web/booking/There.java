package org.threeshift.web.booking;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An hour on the wall clock of the other of two.
 *
 * @param label as in "05:30", with the weekday where theirs is another
 * @param night whether it begins when people sleep, from 22:00 to 07:00
 * @param same  whether both clocks show the same
 */
public record There(String label, boolean night, boolean same) {
    private static final LocalTime EVENING = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /** @param here the zone in which the hour is shown besides */
    static There of(Instant start, ZoneId there, ZoneId here, Locale locale) {
        ZonedDateTime theirs = start.atZone(there);
        ZonedDateTime shown = start.atZone(here);
        boolean sameDay = theirs.toLocalDate().equals(shown.toLocalDate());
        LocalTime clock = theirs.toLocalTime();
        return new There(
                DateTimeFormatter.ofPattern(sameDay ? "HH:mm" : "EEE HH:mm", locale)
                        .format(theirs),
                !clock.isBefore(EVENING) || clock.isBefore(MORNING),
                theirs.toLocalDateTime().equals(shown.toLocalDateTime()));
    }
}
