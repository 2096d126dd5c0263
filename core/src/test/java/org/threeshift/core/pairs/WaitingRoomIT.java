package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Round;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.pairs.WaitingRoom.Ahead;
import org.threeshift.core.pairs.WaitingRoom.Ended;
import org.threeshift.core.pairs.WaitingRoom.Hindrance;
import org.threeshift.core.pairs.WaitingRoom.Standing;
import org.threeshift.core.pairs.model.Decline;
import org.threeshift.core.pairs.model.PairState.Cancelled;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.practice.Entrant;
import org.threeshift.core.practice.Practice;

/** Who wants to practise now. */
class WaitingRoomIT extends PairNodes {
    @Test
    void first_in_the_waiting_room_is_who_was_let_down_and_not_whose_partner_called_off_in_good_time() {
        Person ada = member("role");
        Person ben = member("role");
        PairView early = confirmed(ada, ben);
        one.getBean(Pairs.class).cancel(early.id(), ben.id(), "My train does not run");
        assertThat(only(ada).state()).isEqualTo(new Cancelled(early.hour(), ben.id(), false));
        assertThat(only(ada).left()).as("first in the next draw").isTrue();
        assertThat(only(ada).letDown()).isFalse();
        assertThat(one.getBean(Draws.class).isLeft(ada.id())).isFalse();
        assertThat(one.getBean(PostgresDraws.class).leftInARow(Set.of(ada.id()), now.minus(Duration.ofDays(1))))
                .containsEntry(ada.id(), 1);
        assertThat(one.getBean(PostgresEngagements.class).letDown(ada.id(), now.minus(Duration.ofDays(1))))
                .isFalse();
        nobodyPractises();
        Person cem = member("role");
        Person dua = member("role");
        PairView late = confirmed(cem, dua);
        now = late.hour().from().minus(Duration.ofHours(3));
        one.getBean(Pairs.class).cancel(late.id(), dua.id(), "My train does not run");
        assertThat(only(cem).letDown()).isTrue();
        assertThat(one.getBean(PostgresEngagements.class).letDown(cem.id(), now.minus(Duration.ofDays(1))))
                .isTrue();
        assertThat(one.getBean(PostgresEngagements.class).letDown(dua.id(), now.minus(Duration.ofDays(1))))
                .isFalse();
    }

    @Test
    void in_the_waiting_room_two_tap_and_are_together() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = member("role");
        Person ben = member("role");
        assertThat(room(one).join(ada)).isInstanceOf(Standing.Waiting.class);
        assertThat(room(other).join(ben)).isInstanceOf(Standing.Found.class);
        PairView found = ((Standing.Found) room(one).look(ada)).pair();
        assertThat(found.partner()).isEmpty();
        assertThat(found.confirmBy().orElseThrow())
                .isEqualTo(found.pair().madeAt().plusSeconds(60));
        now = now.plusSeconds(30);
        confirm(ada, found);
        assertThat(((Standing.Found) room(one).look(ada)).pair().asksPartner()).isTrue();
        confirm(ben, found);
        assertThat(room(one).look(ada)).isInstanceOf(Standing.Together.class);
        assertThat(room(other).look(ben)).isInstanceOf(Standing.Together.class);
        assertThat(interview(found).setup().startsAt()).isEqualTo(now);
        assertThat(count("past_wait where paired")).isEqualTo(2);
        assertThat(count("waiting")).isZero();
    }

    @Test
    void an_exchange_that_was_called_off_a_moment_ago_leads_nobody_into_it() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = member("role");
        Person ben = member("role");
        room(one).join(ada);
        room(one).join(ben);
        PairView found = ((Standing.Found) room(one).look(ada)).pair();
        confirm(ada, found);
        confirm(ben, found);
        assertThat(room(one).look(ada)).isInstanceOf(Standing.Together.class);
        send(found, interview(found).setup().host(), new Command.Cancel("The bell rings"));
        assertThat(room(one).look(ada)).isInstanceOf(Standing.Outside.class);
        assertThat(room(other).look(ben)).isInstanceOf(Standing.Outside.class);
        assertThat(only(ada).state()).isInstanceOf(Cancelled.class);
        for (Person person : List.of(ada, ben)) {
            assertThat(one.getBean(Pairs.class).reason(only(person))).contains("The bell rings");
        }
    }

    @Test
    void the_list_of_pairs_knows_at_once_what_was_called_off_where_it_is_held() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        send(pair, interview(pair).setup().host(), new Command.Cancel("Ill"));
        assertThat(pairs(ada))
                .first()
                .satisfies(view -> assertThat(view.state()).isInstanceOf(Cancelled.class));
    }

    @Test
    void whoever_has_met_is_not_told_that_they_have_not() {
        Person ada = member("role");
        Person ben = member("role");
        PairView before = confirmed(ada, ben);
        assertThat(before.why()).contains("not met lately");
        now = before.hour().from().minusSeconds(60);
        var id = one.getBean(Pairs.class)
                .propose(
                        ada.id(),
                        ben.id(),
                        Span.of(
                                before.hour().from().plus(Duration.ofDays(3)),
                                before.hour().length()),
                        now)
                .orElseThrow();
        assertThat(one.getBean(Pairs.class).find(id, ada.id()).orElseThrow().why())
                .doesNotContain("met");
    }

    @Test
    void whoever_has_said_no_hours_may_practise_now_and_is_in_no_draw() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = person(Role.MEMBER);
        says(ada, "role");
        Person ben = member("role");
        assertThat(room(one).join(ada)).isInstanceOf(Standing.Waiting.class);
        assertThat(room(one).join(ben)).isInstanceOf(Standing.Found.class);
        assertThat(one.getBean(Practice.class).wishes(Optional.empty()).entrants())
                .extracting(Entrant::person)
                .contains(ben.id())
                .doesNotContain(ada.id());
    }

    @Test
    void who_does_not_tap_leaves_the_line_and_the_other_keeps_their_place() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = member("role");
        Person ben = member("role");
        room(one).join(ada);
        room(one).join(ben);
        PairView found = ((Standing.Found) room(one).look(ada)).pair();
        confirm(ada, found);
        now = now.plusSeconds(61);
        assertThat(((Standing.Waiting) room(other).look(ada)).ended()).contains(Ended.NOT_THEIRS);
        assertThat(room(other).look(ben))
                .isEqualTo(new Standing.Outside(Optional.empty(), Optional.of(Ended.UNANSWERED)));
        assertThat(room(other).join(ben)).as("back, with the same page").isInstanceOf(Standing.Found.class);
        assertThat(room(other).look(ada)).isInstanceOf(Standing.Found.class);
    }

    @Test
    void who_both_let_the_minute_pass_are_put_together_once_both_are_back() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = member("role");
        Person ben = member("role");
        room(one).join(ada);
        room(one).join(ben);
        now = now.plusSeconds(61);
        assertThat(room(one).look(ada)).isInstanceOf(Standing.Outside.class);
        assertThat(room(one).join(ada)).as("Ben is not back").isInstanceOf(Standing.Waiting.class);
        assertThat(room(one).join(ben)).isInstanceOf(Standing.Found.class);
    }

    @Test
    void who_turned_somebody_down_does_not_meet_them_again_at_once() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = member("role");
        Person ben = member("role");
        room(one).join(ada);
        PairView found = ((Standing.Found) room(one).join(ben)).pair();
        one.getBean(Pairs.class).decline(found.id(), ben.id(), Decline.OTHER_PARTNER);
        assertThat(room(one).join(ben)).isInstanceOf(Standing.Waiting.class);
        assertThat(room(one).look(ada)).isInstanceOf(Standing.Waiting.class);
    }

    @Test
    void whoever_has_something_before_an_exchange_would_be_over_is_told_what_and_put_together_with_nobody() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = member("role");
        Person ben = member("role");
        assertThat(room(one).join(ada)).isInstanceOf(Standing.Waiting.class);
        sits(ada, Duration.ofMinutes(61));
        assertThat(room(one).look(ada)).as("it begins when theirs is over").isInstanceOf(Standing.Waiting.class);
        Interview.Known held = interview(sits(ada, Duration.ofMinutes(5)));
        assertThat(room(one).join(ben)).isInstanceOf(Standing.Waiting.class);
        assertThat(room(one).look(ada))
                .isEqualTo(outside(ahead(held, held.setup().startsAt(), false)));
        assertThat(room(one).join(ada)).isInstanceOf(Standing.Outside.class);
        assertThat(count("pair")).isZero();
    }

    @Test
    void whoever_is_in_an_interview_that_runs_is_put_together_with_nobody_though_it_began_late() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = member("role");
        Person ben = member("role");
        InterviewId id = sits(ada, Duration.ofMinutes(1));
        Interview.Known held = interview(id);
        int minutes = held.setup().agenda().minutes();
        now = held.setup().startsAt().plus(Duration.ofMinutes(20));
        database.jdbcClient()
                .sql("update interview set phase = 'LIVE', started_at = :now where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
        Instant until = now.plus(Duration.ofMinutes(minutes));
        now = held.setup().startsAt().plus(Duration.ofMinutes(minutes + 1));
        assertThat(room(one).join(ada))
                .isEqualTo(outside(new Ahead(
                        Optional.of(held.setup().agenda().title()),
                        new Span(held.setup().startsAt(), until),
                        true,
                        60)));
        assertThat(room(one).join(ben)).isInstanceOf(Standing.Waiting.class);
        now = until;
        assertThat(room(one).join(ada)).isInstanceOf(Standing.Found.class);
    }

    @Test
    void whoever_only_watches_something_then_is_told_and_may_practise_all_the_same() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = member("role");
        assertThat(room(one).watches(ada.id())).isEmpty();
        Interview.Known held =
                interview(planned(person(Role.MEMBER), Map.of(ada.id(), Seat.OBSERVER), Duration.ofMinutes(5)));
        assertThat(room(one).watches(ada.id()))
                .contains(ahead(held, held.setup().startsAt(), false));
        assertThat(room(one).join(ada)).isInstanceOf(Standing.Waiting.class);
        assertThat(room(one).join(member("role"))).isInstanceOf(Standing.Found.class);
    }

    private static Standing outside(Ahead ahead) {
        return new Standing.Outside(Optional.of(new Hindrance.Busy(ahead)), Optional.empty());
    }

    private static Ahead ahead(Interview.Known held, Instant from, boolean begun) {
        return new Ahead(
                Optional.of(held.setup().agenda().title()),
                Span.of(from, Duration.ofMinutes(held.setup().agenda().minutes())),
                begun,
                60);
    }

    private static InterviewId sits(Person person, Duration ahead) {
        return planned(person, Map.of(), ahead);
    }

    /** By a coach, on the shortest round. */
    private static InterviewId planned(Person candidate, Map<PersonId, Seat> watchers, Duration ahead) {
        Bank bank = one.getBean(Banks.class).newestOfAll().getFirst();
        Round shortest = bank.rounds().stream()
                .min(Comparator.comparingInt(Round::minutes))
                .orElseThrow();
        var id = new InterviewId(one.getBean(Ids.class).next());
        var plan = new Hosting.Plan(
                id,
                Kind.COACH_LED,
                bank.id(),
                shortest.id(),
                new Hosting.Candidate.Member(candidate.id()),
                Set.of(),
                Optional.of(now.plus(ahead)),
                ZoneId.of("UTC"),
                watchers,
                Optional.empty());
        assertThat(one.getBean(Hosting.class).host(plan, person(Role.COACH))).isInstanceOf(Hosting.Hosted.Done.class);
        return id;
    }

    private static Interview.Known interview(InterviewId id) {
        return one.getBean(InterviewStates.class).find(id).orElseThrow();
    }

    @Test
    void whose_page_is_closed_leaves_the_line() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = member("role");
        Person ben = member("role");
        room(one).join(ada);
        seen(ada, 29);
        assertThat(room(one).look(ada)).as("a page that was loaded again").isInstanceOf(Standing.Waiting.class);
        seen(ada, 31);
        assertThat(room(one).join(ben)).isInstanceOf(Standing.Waiting.class);
        assertThat(room(one).look(ada))
                .isEqualTo(new Standing.Outside(Optional.empty(), Optional.of(Ended.PAGE_CLOSED)));
        assertThat(room(one).look(ben)).isInstanceOf(Standing.Waiting.class);
        assertThat(room(one).join(ada)).as("at the end of the line, as anybody").isInstanceOf(Standing.Found.class);
        assertThat(count("past_wait where not paired")).isEqualTo(1);
    }

    @Test
    void an_hour_after_their_page_was_closed_nobody_need_be_told() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = member("role");
        room(one).join(ada);
        seen(ada, 3601);
        room(one).join(member("another role"));
        assertThat(count("past_wait where not paired")).isEqualTo(1);
        assertThat(room(one).look(ada)).isEqualTo(new Standing.Outside(Optional.empty(), Optional.empty()));
    }

    @Test
    void what_waiting_led_to_counts_each_time_that_somebody_came() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = member("role");
        for (int time = 1; time < Estimate.LEAST; time++) {
            room(one).join(ada);
            room(one).leave(ada);
        }
        assertThat(room(one).estimate()).isEmpty();
        room(one).join(ada);
        room(one).leave(ada);
        assertThat(room(one).estimate()).contains(new Estimate(Estimate.LEAST, 0, Optional.empty()));
    }

    @Test
    void nobody_is_in_two_pairs_however_many_come_at_once_on_two_nodes() throws Exception {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<Person> people =
                IntStream.range(0, 20).mapToObj(_ -> member("role")).toList();
        List<Callable<?>> coming = new ArrayList<>();
        for (Person person : people) {
            coming.add(() -> room(one).join(person));
            coming.add(() -> room(other).join(person));
            coming.add(() -> room(other).look(person));
        }
        together(coming.toArray(Callable[]::new));
        people.forEach(person -> room(one).look(person));
        List<PersonId> paired = database.jdbcClient()
                .sql("select person_id from pair_person where undecided and origin = 'NOW'")
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
        assertThat(paired).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void the_database_takes_nobody_into_two_pairs_that_wait() {
        Person ada = member("role");
        member("role");
        round(one);
        PairView proposed = only(ada);
        UUID second = UUID.randomUUID();
        database.jdbcClient()
                .sql("""
                insert into pair (id, origin, first_id, made_at, starts_at, ends_at, confirm_by, why, state, changed_at)
                select :id, origin, :id, made_at, starts_at, ends_at, confirm_by, why, state, changed_at
                  from pair
                 where id = :of
                """)
                .param("id", second)
                .param("of", proposed.id().value())
                .update();
        assertThatThrownBy(() -> database.jdbcClient()
                        .sql("""
                        insert into pair_person (pair_id, person_id, seat, origin, undecided)
                        values (:pair, :person, 1, 'DRAW', true)
                        """)
                        .param("pair", second)
                        .param("person", ada.id().value())
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    private static void seen(Person person, int secondsAgo) {
        database.jdbcClient()
                .sql("update waiting set seen_at = now() - :seconds * interval '1 second' where person_id = :person")
                .param("seconds", secondsAgo)
                .param("person", person.id().value())
                .update();
    }
}
