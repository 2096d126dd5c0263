package org.threeshift.interviewer.console;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threeshift.core.booking.Booking;
import org.threeshift.core.booking.Bookings;

/** What an interview was booked as, for the coach with whom it was. */
@Component
final class BookedSessions {
    private final ObjectProvider<Bookings> bookings;

    /** A console alone, as in tests, has none. */
    BookedSessions(ObjectProvider<Bookings> bookings) {
        this.bookings = bookings;
    }

    /** Absent for everybody else, whoever else sits on the interviewers' side too. */
    Optional<Booking> of(Screen screen) {
        return bookings.stream()
                .flatMap(all -> all.find(screen.view().id(), screen.person()).stream())
                .filter(booking -> booking.coach().equals(screen.person().id()))
                .findFirst();
    }
}
