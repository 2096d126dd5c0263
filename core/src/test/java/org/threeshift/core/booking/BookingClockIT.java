package org.threeshift.core.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** What the clock says of sessions whose time has come. */
class BookingClockIT extends BookingNodes {
    @Test
    void what_was_never_held_is_behind_once_its_time_is_over_and_locks_nobody_out() {
        for (int hour = 0; hour < Bookings.MOST_AHEAD; hour++) {
            booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofHours(2L * hour))), ada));
        }
        now = TUESDAY_NINE.plus(Duration.ofHours(8)).plus(Duration.ofMinutes(59));
        assertThat(here.ahead(ada)).hasSize(1);
        assertThat(here.past(ada)).hasSize(Bookings.MOST_AHEAD - 1);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(here.ahead(ada)).isEmpty();
        for (int day = 1; day <= Bookings.MOST_AHEAD; day++) {
            booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofDays(day))), ada));
        }
        assertThat(here.ahead(ada)).hasSize(Bookings.MOST_AHEAD);
    }

    @Test
    void ten_minutes_after_the_time_the_clock_ends_what_one_did_not_come_to_and_leads_the_other_on() {
        Booking missed = booked(here.book(wish(TUESDAY_NINE), ada));
        come(missed, ada);
        clock(TUESDAY_NINE.plus(Duration.ofMinutes(9)).plusSeconds(59));
        assertThat(phase(missed)).isEqualTo(Phase.SCHEDULED);
        TOLD.clear();
        clock(TUESDAY_NINE.plus(Duration.ofMinutes(10)));
        assertThat(phase(missed)).isEqualTo(Phase.CANCELLED);
        assertThat(keepings(coach)).containsExactly("NO_SHOW");
        assertThat(keepings(ada)).containsExactly("KEPT");
        assertThat(TOLD)
                .singleElement()
                .satisfies(notice -> assertThat(notice.to()).isEqualTo(ada.id()))
                .satisfies(notice -> assertThat(notice.link()).isEqualTo("/book/" + page.slug() + "/" + kind().id()));
        assertThat(appointments().of(missed.interview())).isEmpty();
        clock(TUESDAY_NINE.plus(Duration.ofMinutes(11)));
        assertThat(TOLD).hasSize(1);

        Booking waited = booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofHours(2))), person(Role.MEMBER)));
        come(waited, coach);
        clock(waited.startsAt());
        clock(waited.startsAt().plus(Duration.ofMinutes(10)));
        assertThat(keepings(person(waited.candidate()))).containsExactly("NO_SHOW");
        assertThat(phase(waited)).isEqualTo(Phase.CANCELLED);
    }

    @Test
    void the_clock_ends_what_nobody_came_to_and_nothing_to_which_both_did_or_over_which_nobody_kept_watch() {
        Booking nobody = booked(here.book(wish(TUESDAY_NINE), ada));
        Booking both = booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofHours(1))), ada));
        Booking down = booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofHours(2))), ada));
        clock(nobody.startsAt());
        clock(nobody.startsAt().plus(Duration.ofMinutes(10)));
        assertThat(phase(nobody)).isEqualTo(Phase.CANCELLED);
        assertThat(keepings(ada)).containsExactly("NO_SHOW");
        assertThat(keepings(coach)).containsExactly("NO_SHOW");
        come(both, ada);
        come(both, coach);
        clock(both.startsAt());
        clock(both.startsAt().plus(Duration.ofMinutes(30)));
        assertThat(phase(both)).isEqualTo(Phase.SCHEDULED);
        clock(down.startsAt().plus(Duration.ofMinutes(10)));
        assertThat(phase(down)).isEqualTo(Phase.SCHEDULED);
        assertThat(keepings(ada)).hasSize(1);
    }

    @Test
    void whoever_only_prepared_has_not_come_and_the_clock_says_so_in_nobodys_name() {
        Booking booking = booked(here.book(wish(TUESDAY_NINE), ada));
        var agenda = one.getBean(InterviewStates.class)
                .find(booking.interview())
                .orElseThrow()
                .setup()
                .agenda();
        now = now.plus(Duration.ofMinutes(1));
        var reorder = new Command.ReorderAgenda(agenda.items().reversed().stream()
                .map(item -> item.questionId())
                .toList());
        assertThat(send(booking, reorder)).isInstanceOf(org.threeshift.core.interview.Outcome.Done.class);
        come(booking, coach, Duration.ofMinutes(20));
        come(booking, ada, Duration.ofMinutes(9));
        clock(TUESDAY_NINE);
        clock(TUESDAY_NINE.plus(Duration.ofMinutes(10)));
        assertThat(keepings(coach)).containsExactly("NO_SHOW");
        assertThat(keepings(ada)).containsExactly("KEPT");
        assertThat(endedBy(booking)).isEqualTo(Command.By.INSTALLATION);
    }

    @Test
    void what_nobody_came_to_is_called_off_in_nobodys_name() {
        Booking booking = booked(here.book(wish(TUESDAY_NINE), ada));
        clock(TUESDAY_NINE);
        clock(TUESDAY_NINE.plus(Duration.ofMinutes(10)));
        assertThat(endedBy(booking)).isEqualTo(Command.By.INSTALLATION);
    }

    private static PersonId endedBy(Booking booking) {
        return one.getBean(InterviewStates.class)
                .find(booking.interview())
                .filter(Interview.Cancelled.class::isInstance)
                .map(Interview.Cancelled.class::cast)
                .orElseThrow()
                .by();
    }

    private static void clock(Instant at) {
        now = at;
        one.getBean(BookingClock.class).round();
        other.getBean(BookingClock.class).round();
    }

    private Phase phase(Booking booking) {
        return here.find(booking.interview(), person(booking.coach()))
                .orElseThrow()
                .phase();
    }

    /** Opens the room, five minutes before the time. */
    private static void come(Booking booking, Person person) {
        come(booking, person, Duration.ofMinutes(5));
    }

    private static void come(Booking booking, Person person, Duration before) {
        Instant at = booking.startsAt().minus(before);
        database.jdbcClient()
                .sql("""
                        insert into presence (interview_id, person_id, connection_id, since, seen_at)
                        values (:interview, :person, gen_random_uuid(), :at, :at)
                        """)
                .param("interview", booking.interview().value())
                .param("person", person.id().value())
                .param("at", at.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }
}
