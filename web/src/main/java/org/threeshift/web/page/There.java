package org.threeshift.web.page;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What the clock of somebody else shows at a moment, beside that of whoever reads.
 *
 * @param zone of the other one
 */
public record There(Instant at, ZoneId zone) {
    private static final int NIGHT = 22;
    private static final int MORNING = 7;

    /** Whether the reader's clock shows something else. */
    public boolean differs(Moments reader) {
        return !same(reader.zone());
    }

    /** Whether a clock here shows the same day and time. */
    public boolean same(ZoneId here) {
        return at.atZone(zone).toLocalDateTime().equals(at.atZone(here).toLocalDateTime());
    }

    /** Whether it is the same day here. */
    public boolean sameDay(ZoneId here) {
        return at.atZone(zone).toLocalDate().equals(at.atZone(here).toLocalDate());
    }

    /** Whether people sleep then: from 22:00 on until before 7:00. */
    public boolean night() {
        int hour = at.atZone(zone).getHour();
        return hour >= NIGHT || hour < MORNING;
    }

    /** As in "18:30", or "Thu 19 Nov, 03:30" where it is on another day there. */
    public String clock(Moments reader) {
        var there = new Moments(zone, reader.now(), reader.texts());
        return sameDay(reader.zone()) ? there.time(at) : there.dateTime(at);
    }
}
