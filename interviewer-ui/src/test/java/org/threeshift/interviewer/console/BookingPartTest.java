package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.booking.Booking;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class BookingPartTest {
    @Test
    void a_coach_reads_what_was_answered_and_finds_where_the_session_is_moved() {
        var id = new InterviewId(UUID.randomUUID());
        String shown = new BookingPart(Optional.of(booking(id))).getElement().getOuterHTML();
        assertThat(shown)
                .contains("Which job?", "Head of brand", "60 minutes", "55", "/bookings/" + id)
                .doesNotContain("Anything else?");
    }

    @Test
    void what_nobody_booked_says_nothing() {
        assertThat(new BookingPart(Optional.empty()).getElement().hasAttribute("hidden"))
                .isTrue();
    }

    private static Booking booking(InterviewId id) {
        return new Booking(
                id,
                Optional.empty(),
                "Mock interview",
                "Director panel",
                "",
                60,
                55,
                24,
                new PersonId(UUID.randomUUID()),
                new PersonId(UUID.randomUUID()),
                Instant.EPOCH,
                List.of(new Booking.Answer("Which job?", "Head of brand"), new Booking.Answer("Anything else?", "")),
                Instant.parse("2026-12-01T09:00:00Z"),
                ZoneId.of("Europe/Berlin"),
                Phase.SCHEDULED);
    }
}
