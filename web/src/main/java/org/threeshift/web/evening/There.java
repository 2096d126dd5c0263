package org.threeshift.web.evening;

import java.time.Instant;
import java.time.ZoneId;
import org.threeshift.web.page.Moments;

/**
 * What the clock of somebody who is asked shows when an evening begins.
 *
 * @param at   when it begins
 * @param zone of whoever is asked
 */
public record There(Instant at, ZoneId zone) {
    private static final int NIGHT = 22;
    private static final int MORNING = 7;

    /** Whether the reader's clock shows something else. */
    public boolean differs(Moments reader) {
        return !at.atZone(zone)
                .toLocalDateTime()
                .equals(at.atZone(reader.zone()).toLocalDateTime());
    }

    /** Whether people sleep then: from 22:00 on until before 7:00. */
    public boolean night() {
        int hour = at.atZone(zone).getHour();
        return hour >= NIGHT || hour < MORNING;
    }

    /** As in "18:30", or "Thu 19 Nov, 03:30" where it is on another day there. */
    public String clock(Moments reader) {
        var there = new Moments(zone, reader.now(), reader.texts());
        boolean sameDay =
                at.atZone(zone).toLocalDate().equals(at.atZone(reader.zone()).toLocalDate());
        return sameDay ? there.time(at) : there.dateTime(at);
    }
}
