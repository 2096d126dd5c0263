package org.threeshift.core.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import net.fortuna.ical4j.model.parameter.Role;

/**
 * One appointment in one person's calendar.
 *
 * @param uid       the same for ever, so that a calendar knows a change from something new
 * @param sequence  grows with each change of the time
 * @param changedAt when it was agreed, or last changed
 * @param zone      in which the time was agreed
 * @param link      the whole address at which the person comes in
 * @param organiser the name of whoever set it up
 * @param guest     whom a calendar asks to come; absent in files that ask nobody
 */
record Entry(
        String uid,
        int sequence,
        Instant changedAt,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        String summary,
        String description,
        String link,
        String organiser,
        boolean calledOff,
        Optional<Guest> guest) {

    /** @param email to which a message may go; an account's, or one that a host typed */
    record Guest(String name, String email, Role role, boolean host) {}
}
