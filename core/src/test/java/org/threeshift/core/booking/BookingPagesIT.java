package org.threeshift.core.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.booking.BookingPages.Field;
import org.threeshift.core.booking.BookingPages.Kept;
import org.threeshift.core.booking.Bookings.Answered;
import org.threeshift.core.booking.Bookings.Wish;
import org.threeshift.core.id.Edition;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** Who finds a page, and what its coaches change on it. */
class BookingPagesIT extends BookingNodes {
    @Test
    void a_page_for_a_cohort_is_there_for_its_members_alone_and_a_closed_one_for_its_coaches() {
        page = page(coach, Audience.COHORT);
        assertThat(pages.visit(page.slug(), Optional.of(ada))).isEmpty();
        assertThat(pages.visit(page.slug(), Optional.empty())).isEmpty();
        assertThat(here.book(wish(TUESDAY_NINE), ada)).isEqualTo(new Answered.NotThere());
        join(ada);
        assertThat(pages.visit(page.slug(), Optional.of(ada))).isPresent();
        assertThat(pages.forMember(ada)).extracting(BookingPage::id).contains(page.id());
        booked(here.book(wish(TUESDAY_NINE), ada));
        pages.close(coach, page.id());
        assertThat(pages.visit(page.slug(), Optional.of(ada))).isEmpty();
        assertThat(pages.visit(page.slug(), Optional.of(coach))).isPresent();
        assertThat(here.book(wish(TUESDAY_NINE.plus(Duration.ofDays(1))), ada)).isEqualTo(new Answered.NotThere());
    }

    @Test
    void a_page_that_is_switched_off_says_so_to_whoever_could_find_it_and_one_that_never_was_on_says_nothing() {
        assertThat(pages.switchedOff(page.slug(), Optional.empty())).isFalse();
        pages.close(coach, page.id());
        assertThat(pages.switchedOff(page.slug(), Optional.empty())).isTrue();
        assertThat(pages.switchedOff(page.slug(), Optional.of(ada))).isTrue();
        String fresh = "fresh-" + slug();
        BookingPageId never = done(pages.make(coach, "Fresh", fresh));
        done(pages.change(coach, never, new BookingPages.Settings("Fresh", fresh, "", Audience.PUBLIC, Rules.USUAL)));
        assertThat(pages.switchedOff(fresh, Optional.of(ada))).isFalse();
        assertThat(pages.switchedOff("nobodys-" + slug(), Optional.empty())).isFalse();
        page = page(coach, Audience.COHORT);
        pages.close(coach, page.id());
        assertThat(pages.switchedOff(page.slug(), Optional.empty())).isFalse();
        assertThat(pages.switchedOff(page.slug(), Optional.of(ada))).isFalse();
        join(ada);
        assertThat(pages.switchedOff(page.slug(), Optional.of(ada))).isTrue();
    }

    @Test
    void a_page_for_everybody_invites_in_its_owners_name_while_it_is_on() {
        var invites = one.getBean(PagesInvite.class);
        String path = "/book/" + page.slug();
        assertThat(invites.of(path)).contains(coach.id());
        assertThat(invites.of(path + "/x/hour?start=y")).contains(coach.id());
        assertThat(invites.of(path + "-more")).isEmpty();
        assertThat(invites.of("/bookings")).isEmpty();
        pages.close(coach, page.id());
        assertThat(invites.of(path)).isEmpty();
        assertThat(invites.of("/book/" + page(coach, Audience.COHORT).slug())).isEmpty();
    }

    @Test
    void who_blocked_and_who_was_blocked_find_no_hour_of_each_other_and_are_told_nothing() {
        Person ben = person(Role.MEMBER);
        Booking before = booked(here.book(wish(TUESDAY_NINE), ada));
        block(coach, ada);
        block(ben, coach);
        for (Person apart : List.of(ada, ben)) {
            Wish wish = wish(TUESDAY_NINE.plus(Duration.ofHours(2)));
            assertThat(here.free(page, kind(), Optional.of(apart), tuesday())).isEmpty();
            assertThat(soonest(apart)).isEmpty();
            assertThat(here.book(wish, apart)).isEqualTo(new Answered.Refused(Refusal.HOUR_GONE));
        }
        assertThat(move(before, ada, TUESDAY_NINE.plus(Duration.ofHours(3)), "Train"))
                .isEqualTo(new Answered.Refused(Refusal.HOUR_GONE));
        booked(here.book(wish(TUESDAY_NINE.plus(Duration.ofHours(2))), person(Role.MEMBER)));
        // What was booked stays until one of them calls it off.
        booked(here.cancel(before.interview(), UUID.randomUUID(), ada, "Ill"));
    }

    private static void block(Person by, Person whom) {
        database.jdbcClient()
                .sql("insert into person_block (person_id, other_id, at) values (:by, :whom, :at)")
                .param("by", by.id().value())
                .param("whom", whom.id().value())
                .param("at", NOW.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    @Test
    void a_page_is_switched_on_once_there_is_something_to_book_and_an_hour_for_it() {
        Person fresh = person(Role.COACH);
        BookingPageId id = done(pages.make(fresh, "Fresh", "fresh-" + slug()));
        assertThat(pages.open(fresh, id)).isEqualTo(wrong(Field.NONE, Refusal.NOTHING_TO_BOOK));
        done(pages.offer(fresh, id, new SessionKindId(UUID.randomUUID()), offer(60)));
        assertThat(pages.open(fresh, id)).isEqualTo(wrong(Field.NONE, Refusal.NO_HOURS));
        said(fresh);
        done(pages.open(fresh, id));
        assertThat(pages.find(id, fresh).orElseThrow().open()).isTrue();
    }

    @Test
    void nobody_writes_over_settings_that_they_have_not_seen() {
        var rules = page.rules();
        var more = new BookingPages.Settings("More", page.slug(), "Hello", Audience.PUBLIC, rules);
        var fewer = new BookingPages.Settings("Fewer", page.slug(), "", Audience.PUBLIC, rules);
        Edition seen = page.edition();
        done(pages.change(coach, page.id(), more, Optional.of(seen)));
        assertThat(pages.change(coach, page.id(), fewer, Optional.of(seen)))
                .isEqualTo(wrong(Field.NONE, Refusal.CHANGED_MEANWHILE));
        BookingPage stands = pages.find(page.id(), coach).orElseThrow();
        assertThat(stands.title()).isEqualTo("More");
        // The same form sent twice, and what is about anything else than settings.
        done(pages.change(coach, page.id(), more, Optional.of(seen)));
        pages.close(coach, page.id());
        done(pages.change(coach, page.id(), fewer, Optional.of(stands.edition())));
        assertThat(pages.find(page.id(), coach).orElseThrow().title()).isEqualTo("Fewer");
        done(pages.change(coach, page.id(), more));
    }

    @Test
    void everything_that_is_wrong_with_a_page_is_said_at_once_and_nothing_is_changed() {
        assertThat(pages.make(ada, "Mine", "mine-" + slug())).isEqualTo(wrong(Field.NONE, Refusal.ONLY_COACHES));
        assertThat(pages.make(coach, " ", "No"))
                .isEqualTo(new Kept.Refused(
                        Map.of(Field.TITLE, Refusal.TITLE_MISSING, Field.SLUG, Refusal.SLUG_MALFORMED)));
        assertThat(pages.make(coach, "Mine", page.slug())).isEqualTo(wrong(Field.SLUG, Refusal.SLUG_TAKEN));
        var rules = new Rules(121, -1, 337, 0, 181, -1, 20);
        var settings = new BookingPages.Settings("T", page.slug(), "x".repeat(1001), Audience.PUBLIC, rules);
        assertThat(pages.change(coach, page.id(), settings))
                .isEqualTo(new Kept.Refused(Map.of(
                        Field.INTRO, Refusal.INTRO_TOO_LONG,
                        Field.MINUTES_BEFORE, Refusal.MINUTES_BETWEEN,
                        Field.MINUTES_AFTER, Refusal.MINUTES_BETWEEN,
                        Field.NOTICE, Refusal.HOURS,
                        Field.MOST_A_DAY, Refusal.MOST_A_DAY,
                        Field.DAYS_AHEAD, Refusal.DAYS_AHEAD,
                        Field.CHANGE, Refusal.HOURS,
                        Field.STEP, Refusal.STEP)));
        assertThat(pages.change(person(Role.COACH), page.id(), settings)).isEqualTo(new Kept.NotThere());
        assertThat(pages.offer(coach, page.id(), new SessionKindId(UUID.randomUUID()), offer(10)))
                .isEqualTo(wrong(Field.MINUTES, Refusal.SHORTER_THAN_ROUND));
        assertThat(pages.find(page.id(), coach)).contains(page);
    }

    @Test
    void a_kind_that_is_removed_can_no_longer_be_booked_and_what_is_booked_of_it_stays() {
        Booking booking = booked(here.book(wish(TUESDAY_NINE), ada));
        Wish late = wish(TUESDAY_NINE.plus(Duration.ofDays(1)));
        done(pages.retire(coach, page.id(), kind().id()));
        assertThat(here.book(late, ada)).isEqualTo(new Answered.NotThere());
        assertThat(here.find(booking.interview(), ada)).contains(booking);
        assertThat(pages.find(page.id(), coach).orElseThrow().open()).isFalse();
    }
}
