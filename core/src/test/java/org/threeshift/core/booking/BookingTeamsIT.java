package org.threeshift.core.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.threeshift.core.booking.BookingPages.Field;
import org.threeshift.core.booking.Bookings.Answered;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** Pages of several coaches. */
class BookingTeamsIT extends BookingNodes {
    @Test
    void nobody_is_asked_onto_a_page_on_which_they_are() {
        assertThat(pages.ask(coach, page.id(), coach.email().orElseThrow()))
                .isEqualTo(wrong(Field.COACH, Refusal.ON_THE_PAGE));
        Person second = joined();
        assertThat(pages.ask(coach, page.id(), second.email().orElseThrow()))
                .isEqualTo(wrong(Field.COACH, Refusal.ON_THE_PAGE));
    }

    @Test
    void a_team_shares_its_sessions_fairly_and_whoever_was_only_asked_takes_none() {
        Person second = person(Role.COACH);
        said(second);
        done(pages.ask(coach, page.id(), second.email().orElseThrow()));
        page = pages.find(page.id(), coach).orElseThrow();
        assertThat(page.team()).isFalse();
        assertThat(pages.asked(second)).extracting(BookingPages.Asked::page).containsExactly(page.id());
        assertThat(booked(here.book(wish(TUESDAY_NINE), person(Role.MEMBER))).coach())
                .isEqualTo(coach.id());
        done(pages.agree(second, page.id()));
        assertThat(pages.asked(second)).isEmpty();
        assertThat(booked(here.book(wish(TUESDAY_NINE), person(Role.MEMBER))).coach())
                .isEqualTo(second.id());
        assertThat(here.book(wish(TUESDAY_NINE), person(Role.MEMBER)))
                .isEqualTo(new Answered.Refused(Refusal.HOUR_GONE));
        Map<PersonId, Long> taken = new ArrayList<>(List.of(1, 2, 3, 4))
                .stream()
                        .map(hour -> booked(here.book(
                                        wish(TUESDAY_NINE.plus(Duration.ofHours(2L * hour))), person(Role.MEMBER)))
                                .coach())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(taken).isEqualTo(Map.of(coach.id(), 2L, second.id(), 2L));
        done(pages.remove(second, page.id(), second.id()));
        assertThat(pages.find(page.id(), second)).isEmpty();
    }

    @Test
    void whoever_is_asked_onto_a_page_is_told_once_and_whoever_asked_is_told_the_answer() {
        Person second = person(Role.COACH);
        done(pages.ask(coach, page.id(), second.email().orElseThrow()));
        assertThat(pages.ask(coach, page.id(), second.email().orElseThrow()))
                .isInstanceOf(BookingPages.Kept.Refused.class);
        assertThat(told(second)).containsExactly(org.threeshift.core.notice.Kind.TEAM_ASKED);
        done(pages.agree(second, page.id()));
        done(pages.agree(second, page.id()));
        assertThat(told(coach)).containsExactly(org.threeshift.core.notice.Kind.TEAM_JOINED);
        done(pages.remove(second, page.id(), second.id()));
        assertThat(told(coach)).containsExactly(org.threeshift.core.notice.Kind.TEAM_DECLINED);
        // Asked, and not any more before they were told: so they are not.
        done(pages.ask(coach, page.id(), second.email().orElseThrow()));
        done(pages.remove(coach, page.id(), second.id()));
        assertThat(told(second)).isEmpty();
        assertThat(told(coach))
                .as("of what they do themselves nobody is told")
                .containsExactly(org.threeshift.core.notice.Kind.TEAM_DECLINED);
    }

    private static List<org.threeshift.core.notice.Kind> told(Person person) {
        return TOLD.stream()
                .filter(notice -> notice.to().equals(person.id())
                        && notice.kind().chosenAs() == org.threeshift.core.notice.Kind.TEAM_ASKED)
                .map(Notice::kind)
                .toList();
    }

    @Test
    void a_coach_who_books_on_their_own_teams_page_gets_another_of_the_team() {
        Person second = joined();
        assertThat(booked(here.book(wish(TUESDAY_NINE), coach)).coach()).isEqualTo(second.id());
        // Whoever is left at that hour has just been booked.
        assertThat(here.book(wish(TUESDAY_NINE), second)).isEqualTo(new Answered.Refused(Refusal.YOU_ARE_BUSY));
        assertThat(here.free(page, kind(), Optional.of(coach), tuesday())).doesNotContain(TUESDAY_NINE);
    }

    private Person joined() {
        Person second = person(Role.COACH);
        said(second);
        done(pages.ask(coach, page.id(), second.email().orElseThrow()));
        done(pages.agree(second, page.id()));
        page = pages.find(page.id(), coach).orElseThrow();
        return second;
    }

    @Test
    void what_others_of_a_team_hold_stays_theirs_when_its_owner_and_the_page_go() {
        Person second = joined();
        Booking own = booked(here.book(wish(TUESDAY_NINE), ada));
        Booking others = booked(here.book(wish(TUESDAY_NINE), person(Role.MEMBER)));
        Booking left = own.coach().equals(second.id()) ? own : others;
        Person candidate = person(left.candidate());
        database.jdbcClient()
                .sql("select delete_what_goes_with_a_person(:person)")
                .param("person", coach.id().value())
                .query(rows -> {});
        assertThat(pages.find(page.id(), second)).isEmpty();
        assertThat(here.ahead(second)).hasSize(1);
        Booking now = here.find(left.interview(), candidate).orElseThrow();
        assertThat(now.page()).isEmpty();
        assertThat(now.kindName()).isNotEmpty();
        assertThat(now.answers()).isEqualTo(left.answers());
        Instant later = TUESDAY_NINE.plus(Duration.ofHours(26));
        assertThat(booked(move(now, candidate, later, "Train")).startsAt()).isEqualTo(later);
        booked(here.cancel(now.interview(), UUID.randomUUID(), candidate, "Ill"));
    }
}
