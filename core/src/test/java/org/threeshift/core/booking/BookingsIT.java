package org.threeshift.core.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.booking.Bookings.Answered;
import org.threeshift.core.booking.Bookings.Wish;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** Booking an hour, and what is refused. */
class BookingsIT extends BookingNodes {
    @Test
    void booking_takes_both_peoples_time_sets_the_interview_up_and_tells_both() {
        Booking booking = booked(here.book(wish(TUESDAY_NINE), ada));
        assertThat(booking.coach()).isEqualTo(coach.id());
        assertThat(booking.startsAt()).isEqualTo(TUESDAY_NINE);
        assertThat(booking.zone()).isEqualTo(LISBON);
        assertThat(booking.phase()).isEqualTo(Phase.SCHEDULED);
        assertThat(booking.answers())
                .containsExactly(
                        new Booking.Answer("Which job?", "Head of growth"), new Booking.Answer("Anything else?", ""));
        assertThat(appointments().of(booking.interview()).orElseThrow().people())
                .containsExactlyInAnyOrder(coach.id(), ada.id());
        assertThat(TOLD).extracting(Notice::to).containsExactlyInAnyOrder(coach.id(), ada.id());
        assertThat(TOLD).allSatisfy(notice -> assertThat(notice.about()).contains(booking.interview()));
    }

    @Test
    void sending_the_form_twice_books_once_and_nobody_books_under_anothers_id() {
        Wish wish = wish(TUESDAY_NINE);
        Booking first = booked(here.book(wish, ada));
        assertThat(booked(there.book(wish, ada))).isEqualTo(first);
        assertThat(here.book(wish, person(Role.MEMBER))).isEqualTo(new Answered.NotThere());
        assertThat(TOLD).hasSize(2);
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        Wish wish = wish(TUESDAY_NINE.plus(Duration.ofMinutes(10)));
        assertThat(here.book(wish, ada)).isEqualTo(new Answered.Refused(Refusal.HOUR_GONE));
        assertThat(appointments().of(wish.interview())).isEmpty();
        assertThat(interviewsOf(ada)).isZero();
        assertThat(booked(here.book(
                                new Wish(
                                        wish.interview(),
                                        page.slug(),
                                        wish.kind(),
                                        TUESDAY_NINE,
                                        LISBON,
                                        wish.answers()),
                                ada))
                        .startsAt())
                .isEqualTo(TUESDAY_NINE);
    }

    @Test
    void a_question_that_must_be_answered_is() {
        Wish wish = wish(TUESDAY_NINE);
        var silent = new Wish(wish.interview(), wish.slug(), wish.kind(), wish.start(), wish.zone(), List.of(" "));
        assertThat(here.book(silent, ada)).isEqualTo(new Answered.BadAnswers(Map.of(0, Refusal.ANSWER_MISSING)));
        var long_ = new Wish(
                wish.interview(), wish.slug(), wish.kind(), wish.start(), wish.zone(), List.of("Ok", "x".repeat(2001)));
        assertThat(here.book(long_, ada)).isEqualTo(new Answered.BadAnswers(Map.of(1, Refusal.ANSWER_TOO_LONG)));
    }

    @Test
    void nobody_books_an_hour_in_which_they_have_something_else() {
        booked(here.book(wish(TUESDAY_NINE), ada));
        Person second = person(Role.COACH);
        page = page(second, Audience.PUBLIC);
        assertThat(here.book(wish(TUESDAY_NINE), ada)).isEqualTo(new Answered.Refused(Refusal.YOU_ARE_BUSY));
        assertThat(here.free(page, kind(), Optional.of(ada), tuesday())).doesNotContain(TUESDAY_NINE);
        assertThat(here.free(page, kind(), Optional.empty(), tuesday())).contains(TUESDAY_NINE);
    }

    @Test
    void coaches_do_not_book_themselves_and_guests_need_an_account() {
        assertThat(here.book(wish(TUESDAY_NINE), coach)).isEqualTo(new Answered.Refused(Refusal.OWN_PAGE));
        Person guest = ((Outcome.Done) one.getBean(People.class).welcomeGuest("Gigi", LISBON)).person();
        assertThat(here.book(wish(TUESDAY_NINE), guest)).isEqualTo(new Answered.Refused(Refusal.NEEDS_ACCOUNT));
    }

    @Test
    void nobody_hoards_hours() {
        for (int day = 0; day < Bookings.MOST_AHEAD; day++) {
            booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofDays(day))), ada));
        }
        assertThat(here.book(wish(TUESDAY_NINE.plus(Duration.ofDays(7))), ada))
                .isEqualTo(new Answered.Refused(Refusal.TOO_MANY_BOOKED));
    }

    @Test
    void an_hour_that_cannot_be_booked_says_why() {
        settings(new Rules(0, 0, 2, 8, 28, 2, 30));
        Booking booking = booked(here.book(wish(TUESDAY_NINE), ada));
        assertThat(here.hour(page, kind(), Optional.of(ada), TUESDAY_NINE)).isEqualTo(new Bookings.Hour.Yours(booking));
        Person ben = person(Role.MEMBER);
        assertThat(here.hour(page, kind(), Optional.of(ben), TUESDAY_NINE)).isEqualTo(gone(Refusal.HOUR_GONE));
        assertThat(here.hour(page, kind(), Optional.empty(), TUESDAY_NINE.plus(Duration.ofHours(3))))
                .isEqualTo(new Bookings.Hour.Free());
        assertThat(here.hour(page, kind(), Optional.of(ben), NOW)).isEqualTo(gone(Refusal.HOUR_OVER));
        assertThat(here.book(wish(NOW.minus(Duration.ofHours(1))), ben))
                .isEqualTo(new Answered.Refused(Refusal.HOUR_OVER));
        assertThat(here.hour(page, kind(), Optional.of(ben), NOW.plus(Duration.ofMinutes(90))))
                .isEqualTo(gone(Refusal.HOUR_TOO_SOON));
        page = page(person(Role.COACH), Audience.PUBLIC);
        booked(here.book(wish(TUESDAY_NINE), ben));
        now = NOW.plusSeconds(1);
        assertThat(here.hour(page, kind(), Optional.of(coach), TUESDAY_NINE)).isEqualTo(gone(Refusal.YOU_ARE_BUSY));
    }

    private static Bookings.Hour gone(Refusal refusal) {
        return new Bookings.Hour.Refused(refusal);
    }

    @Test
    void answers_go_a_year_after_the_session() {
        Booking booking = booked(here.book(wish(TUESDAY_NINE), ada));
        var sweep = new AnswerSweep(new PostgresBookings(JdbcClient.create(database.dataSource())));
        assertThat(booking.answers()).isNotEmpty();
        sweep.sweep(TUESDAY_NINE.plus(Duration.ofDays(365)));
        assertThat(here.find(booking.interview(), ada).orElseThrow().answers()).isNotEmpty();
        sweep.sweep(TUESDAY_NINE.plus(Duration.ofDays(366)));
        assertThat(here.find(booking.interview(), ada).orElseThrow().answers()).isEmpty();
    }

    @Test
    void nobody_books_an_hour_for_which_somebody_planned_an_interview_with_them_by_hand() {
        hosted(host(person(Role.MEMBER), ada, TUESDAY_NINE.minus(Duration.ofMinutes(10))));
        assertThat(here.book(wish(TUESDAY_NINE), ada)).isEqualTo(new Answered.Refused(Refusal.YOU_ARE_BUSY));
    }
}
