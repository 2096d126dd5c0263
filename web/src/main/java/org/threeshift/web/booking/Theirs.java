package org.threeshift.web.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.threeshift.web.page.There;

/**
 * An hour on the wall clock of the other of two, short enough for a button.
 *
 * @param label as in "05:30", with the weekday where theirs is another
 * @param night whether it begins when people sleep: see {@link There#night}
 * @param same  whether both clocks show the same
 */
public record Theirs(String label, boolean night, boolean same) {
    /** @param here the zone in which the hour is shown besides */
    static Theirs of(Instant start, ZoneId there, ZoneId here, Locale locale) {
        var clock = new There(start, there);
        return new Theirs(
                DateTimeFormatter.ofPattern(clock.sameDay(here) ? "HH:mm" : "EEE HH:mm", locale)
                        .format(start.atZone(there)),
                clock.night(),
                clock.same(here));
    }
}
