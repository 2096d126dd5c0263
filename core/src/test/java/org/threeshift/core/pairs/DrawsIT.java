package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.What;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.pairs.Draws.Held;
import org.threeshift.core.pairs.WaitingRoom.Standing;
import org.threeshift.core.pairs.model.Decline;
import org.threeshift.core.pairs.model.PairState;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.people.Person;
import org.threeshift.core.practice.NextDraw;
import org.threeshift.core.practice.Practice;

/** Who is drawn, confirms, and is put together anew. */
class DrawsIT extends PairNodes {
    @Test
    void two_nodes_hold_a_draw_once_and_tell_both_who_they_are_only_once_both_have_confirmed() throws Exception {
        Person ada = member("head of sales");
        Person ben = member("head of sales");
        together(() -> round(one), () -> round(other), () -> round(one), () -> round(other));
        List<Held> held = one.getBean(Draws.class).held(admin).orElseThrow();
        assertThat(held).singleElement().satisfies(draw -> {
            assertThat(draw.dueAt()).isEqualTo("2026-11-22T18:00:00Z");
            assertThat(draw.members()).isEqualTo(2);
            assertThat(draw.pairs()).isEqualTo(1);
        });
        PairView proposed = only(ada);
        assertThat(proposed.state()).isInstanceOf(PairState.Proposed.class);
        assertThat(proposed.hour().from()).isAfterOrEqualTo(now.plus(DrawPlan.AHEAD));
        assertThat(proposed.confirmBy().orElseThrow())
                .isBeforeOrEqualTo(now.plus(Duration.ofHours(48)))
                .isBeforeOrEqualTo(proposed.hour().from().minus(Duration.ofHours(24)));
        assertThat(proposed.partner()).isEmpty();
        assertThat(proposed.targetRole()).contains("head of sales");
        assertThat(proposed.why()).startsWith("Your roles go together, and both of you practise in English and had");
        assertThat(told(Kind.MATCHED)).containsExactlyInAnyOrder(ada, ben);

        assertThat(confirm(ada, proposed)).isInstanceOf(PairAnswer.Done.class);
        assertThat(only(ada).partner()).as("half is not both").isEmpty();
        assertThat(only(ben).partner()).isEmpty();
        assertThat(confirm(ben, proposed)).isInstanceOf(PairAnswer.Done.class);
        assertThat(only(ada).partner().map(Person::id)).contains(ben.id());
        assertThat(told(Kind.BOOKED)).containsExactlyInAnyOrder(ada, ben);

        Interview.Known interview = interview(proposed);
        assertThat(interview.setup().startsAt()).isEqualTo(proposed.hour().from());
        assertThat(Set.of(
                        interview.setup().host(), interview.setup().candidate().orElseThrow()))
                .isEqualTo(Set.of(ada.id(), ben.id()));
        assertThat(one.getBean(Exchanges.class).of(proposed.first(), ben.id()))
                .hasValueSatisfying(exchange -> assertThat(exchange.minutes()).isEqualTo(60));
        assertThat(one.getBean(Appointments.class)
                        .of(new What(What.Kind.PAIR, proposed.id().value()))
                        .orElseThrow()
                        .people())
                .containsExactlyInAnyOrder(ada.id(), ben.id());
    }

    @Test
    void however_both_confirm_at_once_there_is_one_exchange() throws Exception {
        for (int times = 0; times < 5; times++) {
            nobodyPractises();
            Person ada = member("role");
            Person ben = member("role");
            round(one);
            PairView proposed = only(ada);
            together(
                    () -> one.getBean(Pairs.class).confirm(proposed.id(), ada.id()),
                    () -> other.getBean(Pairs.class).confirm(proposed.id(), ben.id()),
                    () -> other.getBean(Pairs.class).confirm(proposed.id(), ada.id()),
                    () -> one.getBean(Pairs.class).confirm(proposed.id(), ben.id()));
            assertThat(only(ada).state()).isInstanceOf(Confirmed.class);
            assertThat(count("exchange where first = '" + proposed.first() + "'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void who_does_not_answer_is_released_and_whoever_is_left_is_put_together_at_once() {
        Person ada = member("role");
        Person ben = member("role");
        Person cem = member("role");
        Person dua = member("role");
        round(one);
        PairView first = only(ada);
        Person silent = first.pair().partnerOf(ada.id()).equals(ben.id())
                ? ben
                : first.pair().partnerOf(ada.id()).equals(cem.id()) ? cem : dua;
        List<Person> others = List.of(ben, cem, dua).stream()
                .filter(person -> !person.equals(silent))
                .toList();
        PairView second = only(others.getFirst());
        confirm(ada, first);
        confirm(others.getFirst(), second);
        now = first.confirmBy().orElseThrow().plusSeconds(1);
        if (second.confirmBy().orElseThrow().isAfter(now)) {
            now = second.confirmBy().orElseThrow().plusSeconds(1);
        }
        round(other);
        assertThat(first(ada, first).state())
                .isEqualTo(new Released(first.hour(), PairState.Why.LAPSED, Set.of(silent.id()), false));
        PairView anew = pairs(ada).stream()
                .filter(view -> view.state() instanceof PairState.Proposed)
                .findFirst()
                .orElseThrow();
        assertThat(anew.pair().partnerOf(ada.id())).isEqualTo(others.getFirst().id());
        assertThat(told(Kind.LEFT_OVER)).as("nobody was left without one").isEmpty();
        assertThat(pairs(silent)).noneMatch(view -> view.state() instanceof PairState.Undecided);
    }

    @Test
    void who_declines_tells_nobody_why_and_is_not_put_together_with_the_same_one_again() {
        Person ada = member("role");
        Person ben = member("role");
        round(one);
        PairView proposed = only(ada);
        assertThat(one.getBean(Pairs.class).decline(proposed.id(), ada.id(), Decline.OTHER_PARTNER))
                .isInstanceOf(PairAnswer.Done.class);
        round(one);
        assertThat(pairs(ada))
                .singleElement()
                .satisfies(view -> assertThat(view.over()).isTrue());
        assertThat(pairs(ben).getFirst().hadPart()).isFalse();
        assertThat(one.getBean(Draws.class).isLeft(ada.id())).isTrue();
        assertThat(one.getBean(Draws.class).isLeft(ben.id())).isTrue();
        Person cem = member("role");
        one.getBean(Draws.class).ask(admin);
        round(one);
        assertThat(pairs(cem))
                .as("the two who wait come first, and not with each other")
                .hasSize(1);
    }

    @Test
    void whoever_asks_for_another_partner_is_told_when_one_is_found_or_the_time_is_over_and_not_before() {
        Person ada = member("role");
        Person ben = member("role");
        round(one);
        PairView proposed = only(ada);
        assertThat(one.getBean(Draws.class).looking(ada.id())).as("she has one").isEmpty();
        one.getBean(Pairs.class).decline(proposed.id(), ada.id(), Decline.HOUR);
        Looking looking = one.getBean(Draws.class).looking(ada.id()).orElseThrow();
        assertThat(looking.first()).isTrue();
        assertThat(looking.until()).isEqualTo(SUNDAY.plus(Duration.ofDays(7)));
        round(one);
        assertThat(told(Kind.LEFT_OVER)).as("she asked, and knows").containsExactly(ben);
        now = SUNDAY.plus(Duration.ofDays(1));
        out(ada);
        out(ben);
        now = looking.until().minusSeconds(1);
        round(one);
        assertThat(told(Kind.LEFT_OVER)).containsExactly(ben);
        now = looking.until();
        assertThat(one.getBean(Draws.class).looking(ada.id())).isEmpty();
        round(one);
        round(other);
        assertThat(told(Kind.LEFT_OVER)).as("once, whoever knows already").containsExactly(ben, ada);

        nobodyPractises();
        Person cem = member("role");
        Person dua = member("role");
        round(one);
        one.getBean(Pairs.class).decline(only(cem).id(), cem.id(), Decline.OTHER_PARTNER);
        now = now.plusSeconds(5);
        Person eli = member("role");
        one.getBean(Draws.class).ask(admin);
        posted.clear();
        round(one);
        assertThat(told(Kind.MATCHED)).as("with eli").hasSize(2).contains(eli);
        assertThat(one.getBean(Draws.class).looking(eli.id())).isEmpty();
        assertThat(one.getBean(Draws.class).looking(dua.id()).isPresent())
                .isNotEqualTo(one.getBean(Draws.class).looking(cem.id()).isPresent());
    }

    /** Leaves the next draw out. */
    private static void out(Person person) {
        one.getBean(Practice.class).choose(person, NextDraw.of("OUT"));
    }

    @Test
    void whoever_is_left_over_comes_first_the_next_time() {
        List<Person> three = List.of(member("role"), member("role"), member("role"));
        round(one);
        List<Person> left =
                three.stream().filter(person -> pairs(person).isEmpty()).toList();
        assertThat(left).hasSize(1);
        assertThat(one.getBean(Draws.class).isLeft(left.getFirst().id())).isTrue();
        assertThat(told(Kind.LEFT_OVER)).as("what they can do now").containsExactly(left.getFirst());
        assertThat(whyLeft()).containsExactly("Whoever would fit you practises with somebody else this time.");
        now = now.plus(Duration.ofDays(7));
        round(one);
        assertThat(pairs(left.getFirst())).hasSize(1);
        assertThat(one.getBean(Draws.class).isLeft(left.getFirst().id())).isFalse();
    }

    @Test
    void for_whom_there_is_nobody_hears_that_it_is_so() {
        member("Head of sales");
        member("Marketing manager");
        round(one);
        assertThat(whyLeft())
                .hasSize(2)
                .containsOnly("Nobody who was free in this draw fits you; more open hours help most.");
    }

    @Test
    void who_practises_for_any_role_is_put_together_with_somebody_who_named_one() {
        List<Person> both = List.of(member(""), member("Marketing manager"));
        round(one);
        assertThat(pairs(both.getFirst())).hasSize(1);
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        assertThat(room(one).join(member("Head of sales"))).isInstanceOf(Standing.Waiting.class);
        assertThat(room(one).join(member(""))).isInstanceOf(Standing.Found.class);
    }

    @Test
    void a_hundred_who_do_not_fit_each_other_hold_up_nobody_behind_them() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        for (int number = 0; number < 100; number++) {
            room(one).join(member("Head of field" + number));
        }
        Person ada = member("Marketing manager");
        assertThat(room(one).join(ada)).isInstanceOf(Standing.Waiting.class);
        assertThat(room(one).join(member("Head of marketing"))).isInstanceOf(Standing.Found.class);
        assertThat(room(one).look(ada)).isInstanceOf(Standing.Found.class);
    }

    @Test
    void nobody_is_given_an_hour_at_which_a_calendar_elsewhere_says_that_they_are_busy() {
        Person ada = member("role");
        Person ben = member("role");
        Span free = Span.of(Instant.parse("2026-11-26T19:00:00Z"), Duration.ofHours(1));
        Spans otherwise = Spans.of(
                List.of(new Span(SUNDAY, free.from()), new Span(free.until(), SUNDAY.plus(Duration.ofDays(40)))));
        elsewhere.put(ben.id(), otherwise);
        PairView pair = confirmed(ada, ben);
        assertThat(pair.hour()).isEqualTo(free);
        assertThat(one.getBean(Pairs.class).hours(pair.id(), ada.id())).isEmpty();
        elsewhere.clear();
        assertThat(one.getBean(Pairs.class).hours(pair.id(), ada.id())).isNotEmpty();
    }

    @Test
    void a_draw_that_is_moved_to_an_hour_just_past_is_not_held_a_second_time() {
        round(one);
        assertThat(held()).isEqualTo(1);
        now = SUNDAY.plus(Duration.ofHours(2));
        one.getBean(Draws.class).plan(admin, "SUNDAY", "20:30", "UTC");
        round(one);
        assertThat(held()).as("half past eight is over").isEqualTo(1);
        now = SUNDAY.plus(Duration.ofDays(7)).plus(Duration.ofHours(2));
        round(one);
        assertThat(held()).isEqualTo(2);
        now = SUNDAY.minus(Duration.ofDays(1));
        one.getBean(Draws.class).plan(admin, "SUNDAY", "18:00", "UTC");
    }

    private static int held() {
        return one.getBean(Draws.class).held(admin).orElseThrow().size();
    }

    @Test
    void who_is_left_while_another_node_puts_together_anew_is_not_forgotten() {
        round(one);
        PostgresDraws store = one.getBean(PostgresDraws.class);
        DrawId draw = store.last(1).getFirst().id();
        store.rematch(draw, now.plusSeconds(2));
        PostgresDraws.Rematch read = store.toRematch(now).getFirst();
        store.rematch(draw, now);
        store.rematched(read);
        assertThat(store.toRematch(now))
                .as("asked for since, by a clock that is behind")
                .hasSize(1);
        store.rematched(store.toRematch(now).getFirst());
        assertThat(store.toRematch(now)).isEmpty();
    }

    @Test
    void only_admins_see_to_draws() {
        Person ada = member("role");
        assertThat(one.getBean(Draws.class).ask(ada)).isFalse();
        assertThat(one.getBean(Draws.class).held(ada)).isEmpty();
        assertThat(one.getBean(Draws.class).plan(ada, "MONDAY", "10:00", "UTC"))
                .isInstanceOf(Draws.Planned.NotThere.class);
        assertThat(one.getBean(Draws.class).plan(admin, "someday", "25:00", "Mars/Base"))
                .isEqualTo(new Draws.Planned.Refused(Set.of("day", "at", "zone")));
    }

    @Test
    void to_everybody_else_there_is_no_such_pair() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        Person eve = member("role");
        Pairs pairs = one.getBean(Pairs.class);
        assertThat(pairs.find(pair.id(), eve.id())).isEmpty();
        assertThat(pairs.of(pair.first(), admin.id())).isEmpty();
        assertThat(List.of(
                        pairs.confirm(pair.id(), eve.id()),
                        pairs.decline(pair.id(), eve.id(), Decline.HOUR),
                        pairs.cancel(pair.id(), eve.id(), "I want to"),
                        pairs.askToMove(pair.id(), eve.id(), pair.hour().from()),
                        pairs.agreeToMove(pair.id(), eve.id(), pair.hour().from()),
                        pairs.stay(pair.id(), eve.id())))
                .allMatch(answer -> answer instanceof PairAnswer.NotThere);
        assertThat(pairs.hours(pair.id(), eve.id())).isEmpty();
        assertThat(only(ada).state()).isInstanceOf(Confirmed.class);
    }

    private static List<String> whyLeft() {
        return posted.stream()
                .filter(notice -> notice.kind() == Kind.LEFT_OVER)
                .map(notice -> notice.values().getOrDefault("why", ""))
                .toList();
    }
}
