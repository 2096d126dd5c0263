package org.threeshift.core.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.booking.Bookings.Answered;
import org.threeshift.core.booking.Bookings.Wish;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** Many who want one hour at once: one of them gets it. */
class BookingRacesIT extends BookingNodes {
    @Test
    void of_many_who_book_one_hour_on_two_nodes_exactly_one_gets_it() throws Exception {
        List<Callable<Answered>> wishes = new ArrayList<>();
        for (int index = 0; index < 16; index++) {
            Person candidate = person(Role.MEMBER);
            Bookings node = index % 2 == 0 ? here : there;
            // Some half an hour later: an overlap is a double booking too.
            Wish wish = wish(TUESDAY_NINE.plus(Duration.ofMinutes(30L * (index % 3 == 0 ? 1 : 0))));
            wishes.add(() -> node.book(wish, candidate));
        }
        List<Answered> answers = together(wishes);
        assertThat(answers.stream().filter(Answered.Done.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(new Answered.Refused(Refusal.HOUR_GONE)::equals))
                .hasSize(15);
        assertThat(here.ahead(coach)).hasSize(1);
        assertThat(interviewsOf(coach)).isOne();
        assertThat(TOLD).hasSize(2);
    }

    /** Different hours, so that no two appointments clash: only the rule stands in the way. */
    @Test
    void however_many_book_at_once_a_day_gets_no_fuller_than_the_coach_wants() throws Exception {
        settings(new Rules(0, 0, 0, 2, 28, 0, 60));
        List<Callable<Answered>> wishes = new ArrayList<>();
        for (int index = 0; index < 8; index++) {
            Person candidate = person(Role.MEMBER);
            Bookings node = index % 2 == 0 ? here : there;
            Wish wish = wish(TUESDAY_NINE.plus(Duration.ofHours(index)));
            wishes.add(() -> node.book(wish, candidate));
        }
        assertThat(together(wishes).stream().filter(Answered.Done.class::isInstance))
                .hasSize(2);
    }

    /** A move on the one page and a booking on the other want the same hour: one of them gets it, and neither waits for ever. */
    @Test
    void a_move_and_a_booking_race_for_one_hour() throws Exception {
        for (int day = 0; day < 4; day++) {
            Instant nine = TUESDAY_NINE.plus(Duration.ofDays(day == 3 ? 7 : day));
            Booking booking = booked(here.book(wish(nine), person(Role.MEMBER)));
            Instant wanted = nine.plus(Duration.ofHours(4));
            Person rival = person(Role.MEMBER);
            List<Answered> answers = together(List.of(
                    () -> here.move(booking.interview(), UUID.randomUUID(), coach, wanted, BERLIN, "Train"),
                    () -> there.book(wish(wanted), rival),
                    () -> {
                        var move = new Command.MoveAsAgreed(wanted, BERLIN, "Train");
                        one.getBean(Hosting.class)
                                .moveAsAgreed(
                                        booking.interview(), UUID.randomUUID(), new Command.By(coach.id(), now), move);
                        return new Answered.NotThere();
                    }));
            assertThat(answers.get(1) instanceof Answered.Done)
                    .isNotEqualTo(here.find(booking.interview(), coach)
                            .orElseThrow()
                            .startsAt()
                            .equals(wanted));
        }
    }

    @Test
    void of_planning_by_hand_and_booking_one_hour_one_alone_succeeds() throws Exception {
        for (int day = 0; day < 6; day++) {
            Instant nine = TUESDAY_NINE.plus(Duration.ofDays(day));
            Person invited = person(Role.MEMBER);
            Person rival = person(Role.MEMBER);
            List<Boolean> done = together(List.of(
                    () -> host(coach, invited, nine.plus(Duration.ofMinutes(30))) instanceof Hosting.Hosted.Done,
                    () -> there.book(wish(nine), rival) instanceof Answered.Done));
            assertThat(done).containsExactlyInAnyOrder(true, false);
        }
        booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofDays(8))), ada));
        assertThat(host(person(Role.MEMBER), ada, TUESDAY_NINE.plus(Duration.ofDays(8))))
                .isEqualTo(new Hosting.Hosted.Refused(org.threeshift.core.interview.model.Refusal.of(
                        org.threeshift.core.interview.model.Refusal.Code.SOMEBODY_BUSY, "Somebody")));
        booked(here.cancel(here.ahead(ada).getFirst().interview(), UUID.randomUUID(), ada, "Ill"));
        hosted(host(person(Role.MEMBER), ada, TUESDAY_NINE.plus(Duration.ofDays(8))));
    }

    /** The wish waits for the coach, who is just closing the page, and is then answered by what there is. */
    @Test
    void nobody_books_on_a_page_that_is_closed_while_they_ask() throws Exception {
        Wish wish = wish(TUESDAY_NINE);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Answered> answer = java.util.Objects.requireNonNull(other.getBean(TransactionOperations.class)
                    .execute(_ -> {
                        done(other.getBean(BookingPages.class).close(coach, page.id()));
                        Future<Answered> asked = threads.submit(() -> here.book(wish, ada));
                        while (!asked.isDone() && !somebodyWaits()) {
                            Thread.onSpinWait();
                        }
                        return asked;
                    }));
            assertThat(answer.get()).isEqualTo(new Answered.NotThere());
        }
    }

    private static boolean somebodyWaits() {
        return database.jdbcClient()
                .sql(
                        "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database())")
                .query(Boolean.class)
                .single();
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(work)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
