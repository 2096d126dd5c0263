package org.threeshift.core.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.booking.Bookings.Answered;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** Which hours are open. */
class BookableHoursIT extends BookingNodes {
    @Test
    void whoever_needs_an_hour_soon_is_shown_the_next_one_of_each_page() {
        Person ben = person(Role.MEMBER);
        join(ada);
        join(ben);
        Instant first = NOW.plus(Duration.ofHours(1));
        settings(new Rules(0, 0, 1, 8, 28, 2, 30));
        assertThat(soonest(ada)).containsExactly(first);
        assertThat(here.soonest(coach, 100)).noneMatch(open -> open.page().id().equals(page.id()));
        booked(here.book(wish(first), ada));
        assertThat(soonest(ben)).containsExactly(first.plus(Duration.ofHours(1)));
        assertThat(here.soonest(ben, 1)).hasSize(1);
        pages.close(coach, page.id());
        assertThat(soonest(ben)).isEmpty();
    }

    @Test
    void hours_take_no_more_statements_for_more_coaches_pages_kinds_and_days() {
        join(ada);
        int one = asked(() -> here.free(page, kind(), Optional.of(ada), tuesday()));
        int next = asked(() -> here.soonest(ada, 3));
        for (int index = 0; index < 2; index++) {
            Person second = person(Role.COACH);
            said(second);
            pages.ask(coach, page.id(), second.email().orElseThrow());
            done(pages.agree(second, page.id()));
            done(pages.offer(coach, page.id(), new SessionKindId(UUID.randomUUID()), offer(90)));
            page(coach, Audience.COHORT);
            booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofHours(2L * index))), ada));
        }
        page = pages.find(page.id(), coach).orElseThrow();
        assertThat(asked(() -> here.free(page, kind(), Optional.of(ada), Span.of(NOW, Duration.ofDays(28)))))
                .isEqualTo(one);
        assertThat(asked(() -> here.soonest(ada, 3))).isEqualTo(next);
    }

    private static int asked(Runnable work) {
        int before = statements.count();
        work.run();
        return statements.count() - before;
    }

    /** "Free after each session": also behind one that is booked already, for whoever books, on whichever page, and for whoever moves. */
    @Test
    void what_a_page_keeps_free_around_its_sessions_is_free_behind_what_is_booked_too() {
        settings(new Rules(0, 30, 0, 24, 28, 0, 30));
        Booking first = booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofHours(2))), ada));
        Instant behind = TUESDAY_NINE.plus(Duration.ofHours(3));
        Person ben = person(Role.MEMBER);
        assertThat(here.free(page, kind(), Optional.of(ben), tuesday()))
                .doesNotContain(behind)
                .contains(behind.plus(Duration.ofMinutes(30)));
        assertThat(there.book(wish(behind), ben)).isEqualTo(new Answered.Refused(Refusal.HOUR_GONE));
        Booking second = booked(there.book(wish(behind.plus(Duration.ofMinutes(30))), ben));
        assertThat(move(second, ben, behind, "Train")).isEqualTo(new Answered.Refused(Refusal.HOUR_GONE));
        // The other pages of the same coach keep it as well, however little they keep themselves.
        page = page(coach, Audience.PUBLIC);
        Person carla = person(Role.MEMBER);
        assertThat(here.book(wish(behind.plus(Duration.ofMinutes(90))), carla))
                .isEqualTo(new Answered.Refused(Refusal.HOUR_GONE));
        booked(here.book(wish(behind.plus(Duration.ofHours(2))), carla));
        assertThat(here.find(first.interview(), ada)).contains(first);
    }

    @Test
    void an_hour_that_is_taken_in_a_calendar_elsewhere_is_neither_shown_nor_booked() {
        Instant free = TUESDAY_NINE.plus(Duration.ofHours(2));
        assertThat(here.free(page, kind(), Optional.of(ada), tuesday())).contains(TUESDAY_NINE, free);
        ELSEWHERE.put(coach.id(), Spans.of(Span.of(TUESDAY_NINE.plus(Duration.ofMinutes(30)), Duration.ofHours(1))));
        try {
            assertThat(here.free(page, kind(), Optional.of(ada), tuesday()))
                    .contains(free)
                    .doesNotContain(TUESDAY_NINE);
            assertThat(here.book(wish(TUESDAY_NINE), ada)).isEqualTo(new Answered.Refused(Refusal.HOUR_GONE));
            booked(here.book(wish(free), ada));
        } finally {
            ELSEWHERE.clear();
        }
    }
}
