package org.threeshift.web.booking;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.threeshift.core.people.ZoneNames;

/** What addresses and forms about bookings hold, read. */
final class Asking {
    private Asking() {}

    /** Anything that is no zone counts as the reader's own. */
    static ZoneId zone(String typed, ZoneId own) {
        try {
            return typed.isBlank() ? own : ZoneNames.now(ZoneId.of(typed.strip()));
        } catch (DateTimeException noZone) {
            return own;
        }
    }

    /** Absent for what is no moment, or none that people could meet at. */
    static Optional<Instant> start(String typed) {
        try {
            Instant start = Instant.parse(typed.strip());
            boolean near = start.isAfter(Instant.parse("2000-01-01T00:00:00Z"))
                    && start.isBefore(Instant.parse("3000-01-01T00:00:00Z"));
            return near ? Optional.of(start) : Optional.empty();
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    /** -1 for what is no whole number that people type. */
    static int number(String typed) {
        return typed.strip().matches("\\d{1,6}") ? Integer.parseInt(typed.strip()) : -1;
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
