package org.threeshift.core.appointment;

import java.util.UUID;

/**
 * What somebody's time is taken for.
 *
 * @param id of the booking, the pair, the place in an event or the interview: each has at most one appointment
 */
public record What(Kind kind, UUID id) {
    /** Which feature it belongs to. */
    public enum Kind {
        BOOKING,
        PAIR,
        EVENT,
        /** One that somebody planned by hand: its host decides. */
        INTERVIEW
    }
}
