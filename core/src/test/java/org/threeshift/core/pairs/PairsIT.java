package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.What;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.bank.ShippedBanks;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.pairs.Draws.Held;
import org.threeshift.core.pairs.WaitingRoom.Standing;
import org.threeshift.core.pairs.model.Decline;
import org.threeshift.core.pairs.model.PairRefusal;
import org.threeshift.core.pairs.model.PairState;
import org.threeshift.core.pairs.model.PairState.Cancelled;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.Kept;
import org.threeshift.core.pairs.model.PairState.Missed;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.practice.Practice;
import org.threeshift.core.relations.Relations;
import org.threeshift.core.reliability.Commitments;
import org.threeshift.core.reliability.Keeping;

/** Two nodes on one database, at hours that the test chooses. */
class PairsIT {
    private static final TestDatabase database = TestDatabase.fresh();
    private static final AnnotationConfigApplicationContext one = new AnnotationConfigApplicationContext();
    private static final AnnotationConfigApplicationContext other = new AnnotationConfigApplicationContext();
    /** A Sunday, an hour after the draw was due. */
    private static final Instant SUNDAY = Instant.parse("2026-11-22T19:00:00Z");

    private static final List<Notice> posted = new CopyOnWriteArrayList<>();

    private static Instant now = SUNDAY;
    private static Person admin;

    @BeforeAll
    static void nodes() {
        start(one, 1);
        start(other, 2);
        one.getBean(ShippedBanks.class).publishAll();
        admin = person(Role.ADMIN);
        one.getBean(Draws.class).plan(admin, "SUNDAY", "18:00", "UTC");
    }

    private static void start(AnnotationConfigApplicationContext node, int seed) {
        node.registerBean(JdbcClient.class, database::jdbcClient);
        node.registerBean(Bell.class, LocalBell::new);
        node.registerBean(
                TransactionOperations.class,
                () -> new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())));
        node.registerBean(InstantSource.class, () -> () -> now);
        node.registerBean(java.util.random.RandomGenerator.class, () -> new Random(seed));
        node.registerBean(Ids.class);
        node.registerBean(Mails.class, () -> mail -> {});
        node.registerBean(Notices.class, Told::new);
        node.scan(
                "org.threeshift.core.audit",
                "org.threeshift.core.people",
                "org.threeshift.core.cohort",
                "org.threeshift.core.bank",
                "org.threeshift.core.interview",
                "org.threeshift.core.exchange",
                "org.threeshift.core.availability",
                "org.threeshift.core.appointment",
                "org.threeshift.core.practice",
                "org.threeshift.core.relations",
                "org.threeshift.core.reliability",
                "org.threeshift.core.pairs");
        node.refresh();
    }

    /** Of one key a person is told once, as always; nothing goes anywhere. */
    private static final class Told implements Notices {
        @Override
        public void post(Notice notice) {
            if (posted.stream()
                    .noneMatch(one -> one.key().equals(notice.key()) && one.to().equals(notice.to()))) {
                posted.add(notice);
            }
        }

        @Override
        public void withdraw(String key) {
            posted.removeIf(notice -> notice.key().equals(key));
        }
    }

    @AfterAll
    static void close() {
        one.close();
        other.close();
        database.close();
    }

    /** Each test has the installation to itself: nobody of another one is in its draws. */
    @BeforeEach
    void nobodyPractises() {
        now = SUNDAY;
        posted.clear();
        for (String table :
                List.of("pair", "draw", "waiting", "past_wait", "practice_wish", "appointment", "commitment")) {
            database.jdbcClient().sql("delete from " + table).update();
        }
    }

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
        assertThat(proposed.why()).startsWith("You practise for the same role");
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
                .isEqualTo(new Released(first.hour(), PairState.Why.LAPSED, Set.of(silent.id())));
        PairView anew = pairs(ada).stream()
                .filter(view -> view.state() instanceof PairState.Proposed)
                .findFirst()
                .orElseThrow();
        assertThat(anew.pair().partnerOf(ada.id())).isEqualTo(others.getFirst().id());
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
    void whoever_is_left_over_comes_first_the_next_time() {
        List<Person> three = List.of(member("role"), member("role"), member("role"));
        round(one);
        List<Person> left =
                three.stream().filter(person -> pairs(person).isEmpty()).toList();
        assertThat(left).hasSize(1);
        assertThat(one.getBean(Draws.class).isLeft(left.getFirst().id())).isTrue();
        now = now.plus(Duration.ofDays(7));
        round(one);
        assertThat(pairs(left.getFirst())).hasSize(1);
        assertThat(one.getBean(Draws.class).isLeft(left.getFirst().id())).isFalse();
    }

    @Test
    void who_calls_off_late_is_counted_and_the_other_is_free_again() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        now = pair.hour().from().minus(Duration.ofHours(3));
        assertThat(one.getBean(Pairs.class).cancel(pair.id(), ben.id(), " "))
                .isInstanceOfSatisfying(
                        PairAnswer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(PairRefusal.REASON_MISSING));
        assertThat(one.getBean(Pairs.class).cancel(pair.id(), ben.id(), "My train does not run"))
                .isInstanceOf(PairAnswer.Done.class);
        assertThat(only(ada).state()).isEqualTo(new Cancelled(pair.hour(), ben.id(), true));
        assertThat(interview(pair)).isInstanceOf(Interview.Cancelled.class);
        assertThat(count("appointment")).isZero();
        assertThat(keepings(ben)).containsExactly(Keeping.LATE);
        assertThat(keepings(ada)).isEmpty();
        assertThat(only(ada).letDown()).isTrue();
    }

    @Test
    void the_hour_moves_when_the_other_says_yes_and_not_before() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        List<Span> hours = one.getBean(Pairs.class).hours(pair.id(), ada.id());
        assertThat(hours)
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(SharedHours.MOST)
                .doesNotContain(pair.hour());
        Span wanted = hours.getLast();
        assertThat(one.getBean(Pairs.class).askToMove(pair.id(), ada.id(), wanted.from()))
                .isInstanceOf(PairAnswer.Done.class);
        assertThat(interview(pair).setup().startsAt()).isEqualTo(pair.hour().from());
        assertThat(only(ben).askedToMove()).contains(wanted);
        assertThat(one.getBean(Pairs.class).agreeToMove(pair.id(), ben.id(), wanted.from()))
                .isInstanceOf(PairAnswer.Done.class);
        assertThat(interview(pair).setup().startsAt()).isEqualTo(wanted.from());
        assertThat(only(ada).hour()).isEqualTo(wanted);
        assertThat(one.getBean(Appointments.class)
                        .of(pair.first())
                        .orElseThrow()
                        .agreed()
                        .span())
                .isEqualTo(wanted);
        assertThat(one.getBean(Pairs.class)
                        .askToMove(pair.id(), ada.id(), wanted.from().plusSeconds(60)))
                .isInstanceOfSatisfying(
                        PairAnswer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(PairRefusal.NOT_SHARED));
    }

    @Test
    void an_hour_that_somebody_lost_meanwhile_is_not_moved_to_and_the_old_one_stands() {
        Person ada = member("role");
        Person ben = member("role");
        Person cem = member("role");
        PairView pair = confirmed(ada, ben);
        Person third = List.of(ada, ben, cem).stream()
                .filter(person -> !pair.pair().has(person.id()))
                .findFirst()
                .orElseThrow();
        Person asks = pair.pair().has(ada.id()) ? ada : ben;
        Person agrees = person(pair.pair().partnerOf(asks.id()));
        Span wanted = one.getBean(Pairs.class).hours(pair.id(), asks.id()).getLast();
        one.getBean(Pairs.class).askToMove(pair.id(), asks.id(), wanted.from());
        one.getBean(Appointments.class)
                .take(
                        Set.of(agrees.id(), third.id()),
                        Agreed.of(wanted, ZoneId.of("UTC")),
                        new What(What.Kind.BOOKING, UUID.randomUUID()));
        assertThat(one.getBean(Pairs.class).agreeToMove(pair.id(), agrees.id(), wanted.from()))
                .isInstanceOfSatisfying(
                        PairAnswer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(PairRefusal.HOUR_TAKEN));
        assertThat(interview(pair).setup().startsAt()).isEqualTo(pair.hour().from());
        assertThat(first(asks, pair).hour()).isEqualTo(pair.hour());
        assertThat(first(asks, pair).asksToMove()).contains(wanted);
    }

    @Test
    void who_has_something_else_by_then_does_not_come_together() {
        Person ada = member("role");
        Person ben = member("role");
        round(one);
        PairView proposed = only(ada);
        confirm(ada, proposed);
        one.getBean(Appointments.class)
                .take(
                        Set.of(ada.id()),
                        Agreed.of(proposed.hour(), ZoneId.of("UTC")),
                        new What(What.Kind.BOOKING, UUID.randomUUID()));
        confirm(ben, proposed);
        assertThat(only(ben).state()).isEqualTo(new Released(proposed.hour(), PairState.Why.BUSY, Set.of(ada.id())));
        assertThat(one.getBean(InterviewStates.class).find(proposed.first())).isEmpty();
    }

    @Test
    void ten_minutes_after_the_start_the_clock_says_who_came() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        now = pair.hour().from().minus(Duration.ofMinutes(9));
        enter(pair, ada);
        now = pair.hour().from().plus(Duration.ofMinutes(3));
        round(one);
        now = pair.hour().from().plus(Duration.ofMinutes(10)).minusSeconds(1);
        round(one);
        assertThat(only(ada).state()).isInstanceOf(Confirmed.class);
        now = pair.hour().from().plus(Duration.ofMinutes(10));
        round(other);
        assertThat(only(ada).state()).isEqualTo(new Missed(pair.hour(), Set.of(ben.id())));
        assertThat(keepings(ada)).containsExactly(Keeping.KEPT);
        assertThat(keepings(ben)).containsExactly(Keeping.NO_SHOW);
        assertThat(only(ada).letDown()).isTrue();
        assertThat(only(ben).letDown()).isFalse();
        assertThat(interview(pair)).isInstanceOf(Interview.Cancelled.class);
        assertThat(count("appointment")).isZero();
    }

    @Test
    void two_who_came_have_kept_their_word_and_their_interview_goes_on() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        now = pair.hour().from().plus(Duration.ofMinutes(9));
        enter(pair, ada);
        enter(pair, ben);
        round(one);
        now = pair.hour().from().plus(Duration.ofMinutes(11));
        round(one);
        assertThat(only(ada).state()).isInstanceOf(Kept.class);
        assertThat(keepings(ada)).containsExactly(Keeping.KEPT);
        assertThat(keepings(ben)).containsExactly(Keeping.KEPT);
        assertThat(interview(pair)).isInstanceOf(Interview.Scheduled.class);
    }

    @Test
    void an_installation_that_was_down_at_the_hour_blames_nobody() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        now = pair.hour().from().plus(Duration.ofHours(2));
        round(one);
        assertThat(first(ada, pair).state()).isEqualTo(new Released(pair.hour(), PairState.Why.UNWATCHED, Set.of()));
        assertThat(pairs(ada)).as("and puts the two together anew").hasSize(2);
        assertThat(keepings(ada)).isEmpty();
        assertThat(keepings(ben)).isEmpty();
    }

    @Test
    void an_interview_that_its_host_calls_off_on_its_own_page_takes_the_pair_along() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        var host = interview(pair).setup().host();
        Instant moved = pair.hour().from().plus(Duration.ofHours(1));
        send(pair, host, new Command.Reschedule(moved, ZoneId.of("UTC"), "Later"));
        round(one);
        assertThat(only(ada).hour().from()).isEqualTo(moved);
        send(pair, host, new Command.Cancel("Ill"));
        round(one);
        assertThat(only(ada).state())
                .isInstanceOfSatisfying(
                        Cancelled.class, cancelled -> assertThat(cancelled.by()).isEqualTo(host));
    }

    @Test
    void who_blocks_somebody_is_in_no_pair_with_them_any_more() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        assertThat(one.getBean(Relations.class).block(ada, ben.id())).isTrue();
        assertThat(only(ben).state()).isEqualTo(new Released(pair.hour(), PairState.Why.APART, Set.of()));
        assertThat(interview(pair)).isInstanceOf(Interview.Cancelled.class);
        one.getBean(Draws.class).ask(admin);
        round(one);
        assertThat(pairs(ada)).hasSize(1);
    }

    /** As when the draw had looked at who keeps apart from whom before the block was there. */
    @Test
    void a_block_that_came_while_a_draw_was_reckoned_holds_when_both_confirm() {
        Person ada = member("role");
        Person ben = member("role");
        round(one);
        PairView proposed = only(ada);
        database.jdbcClient()
                .sql("insert into person_block (person_id, other_id, at) values (:ada, :ben, now())")
                .param("ada", ada.id().value())
                .param("ben", ben.id().value())
                .update();
        confirm(ada, proposed);
        confirm(ben, proposed);
        PairView parted = only(ben);
        assertThat(parted.state()).isEqualTo(new Released(proposed.hour(), PairState.Why.APART, Set.of()));
        assertThat(parted.partner()).isEmpty();
        assertThat(count("appointment")).isZero();
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
    void who_does_not_tap_leaves_the_line_and_the_other_keeps_their_place() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Person ada = member("role");
        Person ben = member("role");
        room(one).join(ada);
        room(one).join(ben);
        PairView found = ((Standing.Found) room(one).look(ada)).pair();
        confirm(ada, found);
        now = now.plusSeconds(61);
        assertThat(room(other).look(ada)).isInstanceOf(Standing.Waiting.class);
        assertThat(room(other).look(ben)).isEqualTo(new Standing.Outside(Optional.empty()));
        assertThat(room(other).join(ben))
                .as("not at once with each other again")
                .isInstanceOf(Standing.Waiting.class);
        assertThat(room(other).look(ada)).isInstanceOf(Standing.Waiting.class);
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
        assertThat(room(one).look(ada)).isEqualTo(new Standing.Outside(Optional.empty()));
        assertThat(count("past_wait where not paired")).isEqualTo(1);
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

    @Test
    void with_one_of_the_two_goes_the_pair() {
        Person ada = member("role");
        Person ben = member("role");
        confirmed(ada, ben);
        database.jdbcClient()
                .sql("select delete_what_goes_with_a_person(:person)")
                .param("person", ben.id().value())
                .query(rows -> {});
        assertThat(pairs(ada)).isEmpty();
        assertThat(count("pair")).isZero();
    }

    private static PairView confirmed(Person... people) {
        round(one);
        PairView proposed = Arrays.stream(people)
                .flatMap(person -> pairs(person).stream())
                .findFirst()
                .orElseThrow();
        proposed.pair().both().forEach(person -> one.getBean(Pairs.class).confirm(proposed.id(), person));
        PairView view =
                one.getBean(Pairs.class).find(proposed.id(), proposed.reader()).orElseThrow();
        assertThat(view.state()).isInstanceOf(Confirmed.class);
        return view;
    }

    private static Object round(AnnotationConfigApplicationContext node) {
        node.getBean(PairRounds.class).round();
        return node;
    }

    private static WaitingRoom room(AnnotationConfigApplicationContext node) {
        return node.getBean(WaitingRoom.class);
    }

    private static PairAnswer confirm(Person person, PairView pair) {
        return other.getBean(Pairs.class).confirm(pair.id(), person.id());
    }

    private static List<PairView> pairs(Person person) {
        return one.getBean(Pairs.class).of(person.id());
    }

    private static PairView only(Person person) {
        List<PairView> all = pairs(person);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static PairView first(Person person, PairView pair) {
        return one.getBean(Pairs.class).find(pair.id(), person.id()).orElseThrow();
    }

    private static Interview.Known interview(PairView pair) {
        return one.getBean(InterviewStates.class).find(pair.first()).orElseThrow();
    }

    private static void enter(PairView pair, Person person) {
        Seat seat = interview(pair).setup().host().equals(person.id()) ? Seat.INTERVIEWER : Seat.CANDIDATE;
        send(pair, person.id(), new Command.Join(seat));
    }

    private static void send(PairView pair, PersonId by, Command command) {
        assertThat(one.getBean(Hosting.class)
                        .send(pair.first(), new Sent(one.getBean(Ids.class).next(), new Command.By(by, now), command)))
                .isInstanceOf(Outcome.Done.class);
    }

    private static List<Keeping> keepings(Person person) {
        return one.getBean(Commitments.class).of(person.id()).last().stream()
                .map(commitment -> commitment.keeping())
                .toList();
    }

    private static List<Person> told(Kind kind) {
        return posted.stream()
                .filter(notice -> notice.kind() == kind)
                .map(notice -> person(notice.to()))
                .toList();
    }

    private static int count(String from) {
        return database.jdbcClient()
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single();
    }

    private static void seen(Person person, int secondsAgo) {
        database.jdbcClient()
                .sql("update waiting set seen_at = now() - :seconds * interval '1 second' where person_id = :person")
                .param("seconds", secondsAgo)
                .param("person", person.id().value())
                .update();
    }

    private static Person person(PersonId id) {
        return one.getBean(People.class).find(id).orElseThrow();
    }

    /** Somebody who is open every evening. */
    private static Person member(String role) {
        Person person = person(Role.MEMBER);
        one.getBean(OpenHours.class)
                .put(
                        person,
                        Purpose.PRACTICE,
                        new WeeklyHours(
                                ZoneId.of("UTC"),
                                Arrays.stream(DayOfWeek.values())
                                        .map(day -> new Window(day, LocalTime.of(17, 0), LocalTime.of(21, 0)))
                                        .toList(),
                                List.of()));
        assertThat(one.getBean(Practice.class)
                        .change(person, new Practice.Said(role, "", List.of("en"), "60", "EACH_DRAW", true)))
                .isInstanceOf(Practice.Outcome.Done.class);
        return person;
    }

    private static Person person(Role role) {
        var enrolled = one.getBean(People.class).enrol("Somebody", UUID.randomUUID() + "@example.org", "UTC", role);
        return ((org.threeshift.core.people.Outcome.Done) enrolled).person();
    }

    private static void together(Callable<?>... work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Callable<?> one : work) {
                all.add(threads.submit(one));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }
}
