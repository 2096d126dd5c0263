package org.threeshift.core.interview.model;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When and where those of an interview meet.
 *
 * @param zone        the zone in which the time was agreed
 * @param meetingLink https, where the call takes place; absent for the call that is built in
 */
record Rendezvous(Instant startsAt, ZoneId zone, Optional<URI> meetingLink) {
    Rendezvous at(Instant newStart, ZoneId newZone) {
        return new Rendezvous(newStart, newZone, meetingLink);
    }

    Rendezvous meetingAt(Optional<URI> link) {
        return new Rendezvous(startsAt, zone, link);
    }
}
