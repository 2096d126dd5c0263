package org.threeshift.core.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.booking.Bookings.Answered;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.people.Role;
import org.threeshift.core.reliability.Commitments;

/** What is moved or called off, by which rules, and what counts as late. */
class MovedBookingsIT extends BookingNodes {
    @Test
    void a_session_is_moved_within_the_rules_with_a_reason_and_the_interview_follows() {
        Booking booking = booked(here.book(wish(TUESDAY_NINE), ada));
        Instant later = TUESDAY_NINE.plus(Duration.ofHours(26));
        assertThat(there.free(booking, new Span(TUESDAY_NINE, later.plusSeconds(60))))
                .contains(later, TUESDAY_NINE.plus(Duration.ofMinutes(30)));
        assertThat(move(booking, ada, later, " ")).isEqualTo(new Answered.Refused(Refusal.REASON_MISSING));
        assertThat(move(booking, person(Role.MEMBER), later, "Train")).isEqualTo(new Answered.NotThere());
        assertThat(move(booking, ada, TUESDAY_NINE.plus(Duration.ofHours(12)), "Train"))
                .isEqualTo(new Answered.Refused(Refusal.HOUR_GONE));
        assertThat(booked(move(booking, ada, later, "Train")).startsAt()).isEqualTo(later);
        assertThat(appointments()
                        .of(booking.interview())
                        .orElseThrow()
                        .agreed()
                        .span()
                        .from())
                .isEqualTo(later);
        // The hour that it had is somebody else's to book.
        booked(there.book(wish(TUESDAY_NINE), person(Role.MEMBER)));
    }

    @Test
    void a_candidate_moves_nothing_shortly_before_and_calling_off_counts_as_late() {
        settings(new Rules(0, 0, 0, 8, 28, 24, 30));
        Booking booking = booked(here.book(wish(TUESDAY_NINE), ada));
        now = TUESDAY_NINE.minus(Duration.ofHours(24)).plusSeconds(1);
        assertThat(here.changeableUntil(booking, ada)).isEmpty();
        assertThat(here.cancellable(booking)).isTrue();
        assertThat(move(booking, ada, TUESDAY_NINE.plus(Duration.ofHours(3)), "Ill"))
                .isEqualTo(new Answered.Refused(Refusal.TOO_LATE));
        assertThat(here.cancel(booking.interview(), UUID.randomUUID(), ada, " "))
                .isEqualTo(new Answered.Refused(Refusal.REASON_MISSING));
        assertThat(keepings(ada)).isEmpty();
        booked(here.cancel(booking.interview(), UUID.randomUUID(), ada, "Ill"));
        assertThat(keepings(ada)).containsExactly("LATE");
        assertThat(keepings(coach)).isEmpty();
    }

    @Test
    void what_was_agreed_when_it_was_booked_holds_whatever_the_page_says_later() {
        settings(new Rules(0, 0, 0, 8, 28, 2, 30));
        Booking booking = booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofHours(2))), ada));
        settings(new Rules(0, 0, 0, 8, 28, 48, 30));
        now = TUESDAY_NINE.minus(Duration.ofHours(1));
        Booking later = here.find(booking.interview(), ada).orElseThrow();
        assertThat(here.changeableUntil(later, ada)).isPresent();
        booked(move(later, ada, TUESDAY_NINE.plus(Duration.ofHours(5)), "Train"));
        booked(here.cancel(booking.interview(), UUID.randomUUID(), ada, "Ill"));
        assertThat(keepings(ada))
                .as("late is late, whatever was agreed about moving")
                .containsExactly("LATE");
    }

    @Test
    void a_session_is_not_moved_to_the_hour_that_it_has_and_a_form_sent_twice_moves_once() {
        Booking booking = booked(here.book(wish(TUESDAY_NINE), ada));
        TOLD.clear();
        assertThat(here.free(booking, tuesday())).doesNotContain(TUESDAY_NINE).isNotEmpty();
        assertThat(move(booking, ada, TUESDAY_NINE, "Train")).isEqualTo(new Answered.Refused(Refusal.SAME_HOUR));
        assertThat(TOLD).isEmpty();
        UUID once = UUID.randomUUID();
        Instant later = TUESDAY_NINE.plus(Duration.ofHours(3));
        for (Bookings node : List.of(here, there)) {
            assertThat(booked(node.move(booking.interview(), once, ada, later, LISBON, "Train"))
                            .startsAt())
                    .isEqualTo(later);
        }
    }

    @Test
    void what_was_called_off_says_who_did_why_and_whether_it_counts_as_late() {
        settings(new Rules(0, 0, 0, 8, 28, 2, 30));
        Booking first = booked(here.book(wish(TUESDAY_NINE), ada));
        Booking second = booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofDays(2))), ada));
        assertThat(here.calledOff(first)).isEmpty();
        now = TUESDAY_NINE.minus(Duration.ofMinutes(90));
        booked(here.cancel(first.interview(), UUID.randomUUID(), ada, "Ill"));
        booked(here.cancel(second.interview(), UUID.randomUUID(), coach, "Away"));
        assertThat(here.calledOff(first)).contains(new Bookings.CalledOff(Optional.of(ada.id()), "Ill", true));
        assertThat(here.calledOff(second)).contains(new Bookings.CalledOff(Optional.of(coach.id()), "Away", false));
    }

    @Test
    void calling_off_is_late_a_day_before_whatever_the_page_says_about_moving_and_for_coaches_too() {
        settings(new Rules(0, 0, 0, 8, 28, 2, 30));
        Booking inTime = booked(here.book(wish(TUESDAY_NINE), ada));
        Booking movable = booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofHours(1))), ada));
        Booking byCoach = booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofHours(2))), ada));
        now = TUESDAY_NINE.minus(Duration.ofHours(24));
        assertThat(here.late(inTime)).isFalse();
        booked(here.cancel(inTime.interview(), UUID.randomUUID(), ada, "Ill"));
        assertThat(keepings(ada)).isEmpty();
        now = TUESDAY_NINE.minus(Duration.ofHours(3));
        assertThat(here.changeableUntil(movable, ada)).isPresent();
        assertThat(here.late(movable)).isTrue();
        booked(here.cancel(movable.interview(), UUID.randomUUID(), ada, "Ill"));
        assertThat(keepings(ada)).containsExactly("LATE");
        booked(here.cancel(byCoach.interview(), UUID.randomUUID(), coach, "Ill"));
        assertThat(keepings(coach)).containsExactly("LATE");
        one.getBean(Commitments.class).settle();
        assertThat(keepings(ada)).as("for nobody but who did it").hasSize(1);
        now = TUESDAY_NINE.plus(Duration.ofHours(2));
        assertThat(here.cancellable(byCoach)).isFalse();
    }

    @Test
    void a_page_whose_limit_for_moving_is_a_week_makes_nothing_late_that_is_called_off_two_days_before() {
        settings(new Rules(0, 0, 0, 8, 28, 168, 30));
        Booking booking = booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofDays(7))), ada));
        now = booking.startsAt().minus(Duration.ofDays(2));
        assertThat(here.changeableUntil(booking, ada)).isEmpty();
        booked(here.cancel(booking.interview(), UUID.randomUUID(), ada, "Ill"));
        one.getBean(Commitments.class).settle();
        assertThat(keepings(ada)).isEmpty();
    }

    @Test
    void what_is_called_off_is_free_again_for_everybody() {
        Booking booking = booked(here.book(wish(TUESDAY_NINE), ada));
        assertThat(booked(here.cancel(booking.interview(), UUID.randomUUID(), ada, "Ill"))
                        .phase())
                .isEqualTo(Phase.CANCELLED);
        assertThat(appointments().of(booking.interview())).isEmpty();
        assertThat(here.cancel(booking.interview(), UUID.randomUUID(), ada, "Ill"))
                .isEqualTo(new Answered.Refused(Refusal.OVER));
        booked(there.book(wish(TUESDAY_NINE), person(Role.MEMBER)));
    }

    @Test
    void what_happens_on_the_interviews_own_page_happens_to_the_booking() {
        Booking booking = booked(here.book(wish(TUESDAY_NINE), ada));
        send(booking, new Command.Cancel("Ill"));
        assertThat(here.find(booking.interview(), ada).orElseThrow().phase()).isEqualTo(Phase.CANCELLED);
        assertThat(here.free(page, kind(), Optional.empty(), tuesday())).contains(TUESDAY_NINE);
    }

    @Test
    void a_booking_is_moved_by_its_pages_rules_and_no_other_way() {
        Booking booking = booked(here.book(wish(TUESDAY_NINE), ada));
        Instant midnight = TUESDAY_NINE.plus(Duration.ofHours(15));
        assertThat(send(booking, new Command.Reschedule(midnight, BERLIN, "Train")))
                .isEqualTo(new org.threeshift.core.interview.Outcome.Refused(
                        org.threeshift.core.interview.model.Refusal.of(
                                org.threeshift.core.interview.model.Refusal.Code.HOUR_BOOKED)));
        assertThat(here.move(booking.interview(), UUID.randomUUID(), coach, midnight, BERLIN, "Train"))
                .isEqualTo(new Answered.Refused(Refusal.HOUR_GONE));
        Instant later = TUESDAY_NINE.plus(Duration.ofHours(3));
        assertThat(booked(here.move(booking.interview(), UUID.randomUUID(), coach, later, BERLIN, "Train"))
                        .startsAt())
                .isEqualTo(later);
        assertThat(here.free(page, kind(), Optional.empty(), tuesday()))
                .contains(TUESDAY_NINE)
                .doesNotContain(later);
    }
}
