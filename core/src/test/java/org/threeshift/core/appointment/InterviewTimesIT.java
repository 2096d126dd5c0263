package org.threeshift.core.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.threeshift.core.bank.ShippedBanks;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.Exchanges.Made;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** What somebody plans by hand, on two nodes. */
class InterviewTimesIT {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(10);

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final HikariDataSource othersPool = Nodes.pool(database);

    private static volatile Instant now = NOON.minus(Duration.ofDays(3));

    @AutoClose
    static final AnnotationConfigApplicationContext one = Nodes.node(database.dataSource(), () -> now);

    @AutoClose
    static final AnnotationConfigApplicationContext other = Nodes.node(othersPool, () -> now);

    private final Appointments appointments = one.getBean(Appointments.class);
    private final Person host = member("Hana Host");
    private final Person ada = member("Ada");
    private final Person ben = member("Ben");

    @BeforeAll
    static void banks() {
        one.getBean(ShippedBanks.class).publishAll();
    }

    @BeforeEach
    void before() {
        now = NOON.minus(Duration.ofDays(3));
    }

    @Test
    void of_many_who_plan_with_one_candidate_at_one_hour_exactly_one_does() throws Exception {
        List<Callable<Hosted>> wishes = new ArrayList<>();
        for (int index = 0; index < 12; index++) {
            Person planning = member("Host " + index);
            Hosting node = hosting(index);
            Hosting.Plan plan = plan(new Candidate.Member(ada.id()), NOON.plusSeconds(60L * (index % 4)));
            wishes.add(() -> node.host(plan, planning));
        }
        List<Hosted> answers = together(wishes);
        assertThat(answers.stream().filter(Hosted.Done.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(busy("Ada")::equals)).hasSize(11);
        assertThat(rows(ada)).isOne();
    }

    @Test
    void a_host_who_plans_twice_at_one_hour_does_so_once() throws Exception {
        List<Callable<Hosted>> wishes = new ArrayList<>();
        for (int index = 0; index < 8; index++) {
            Hosting node = hosting(index);
            wishes.add(() -> node.host(plan(new Candidate.ByLink("Somebody"), NOON), host));
        }
        List<Hosted> answers = together(wishes);
        assertThat(answers.stream().filter(Hosted.Done.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(busyMyself()::equals)).hasSize(7);
        // The counter-example: without an appointment nothing keeps two apart.
        assertThat(hosting(0).host(plan(new Candidate.ByLink("Somebody"), NOON), host, now))
                .isInstanceOf(Hosted.Done.class);
    }

    @Test
    void two_who_plan_with_each_other_at_one_hour_do_not_wait_for_each_other() throws Exception {
        for (int round = 0; round < 8; round++) {
            Instant at = NOON.plus(Duration.ofDays(round));
            List<Hosted> answers = together(List.of(
                    () -> hosting(0).host(plan(new Candidate.Member(ben.id()), at), ada),
                    () -> hosting(1).host(plan(new Candidate.Member(ada.id()), at), ben)));
            assertThat(answers.stream().filter(Hosted.Done.class::isInstance)).hasSize(1);
        }
    }

    @Test
    void it_says_in_one_sentence_who_cannot() {
        hosted(plan(new Candidate.Member(ada.id()), NOON), ben);
        Hosting.Plan panel = panel(NOON, Set.of(ben.id()), new Candidate.Member(ada.id()), Map.of());
        assertThat(hosting(0).host(panel, host)).isEqualTo(busy("Ada and Ben"));
        assertThat(Refusal.of(Refusal.Code.SOMEBODY_BUSY, "Ada and Ben").sentence())
                .startsWith("Ada and Ben cannot come at that time");
        assertThat(rows(host)).isZero();
    }

    @Test
    void what_is_not_set_up_takes_nothing_and_what_is_sent_twice_takes_once() {
        assertThat(hosting(0).host(plan(new Candidate.Member(ada.id()), NOON.plus(Duration.ofDays(2_000))), host))
                .isInstanceOf(Hosted.Refused.class);
        assertThat(rows(host)).isZero();
        Hosting.Plan plan = plan(new Candidate.Member(ada.id()), NOON);
        assertThat(hosting(0).host(plan, host)).isEqualTo(hosting(1).host(plan, host));
        assertThat(rows(host)).isOne();
        done(plan.interview(), host, new Command.Cancel("Ill"));
        assertThat(hosting(0).host(plan, host)).isInstanceOf(Hosted.Done.class);
        assertThat(rows(host)).as("it stays called off").isZero();
    }

    @Test
    void one_for_now_takes_the_time_from_now_on() {
        hosted(plan(new Candidate.Member(ada.id()), Optional.empty()), host);
        assertThat(hosting(0).host(plan(new Candidate.Member(ben.id()), now.plusSeconds(300)), host))
                .isEqualTo(busyMyself());
        hosted(plan(new Candidate.Member(ben.id()), now.plus(LENGTH).plusSeconds(1)), host);
    }

    @Test
    void one_that_runs_keeps_its_people_for_as_long_as_it_was_to_last_and_none_of_that_is_offered() {
        Hosting.Plan unplanned = plan(new Candidate.Member(ada.id()), Optional.empty());
        hosted(unplanned, host);
        done(unplanned.interview(), host, new Command.Start());
        Instant began = now;
        now = now.plusSeconds(300);
        assertThat(hosting(0).host(plan(new Candidate.Member(ada.id()), Optional.empty()), ben))
                .isEqualTo(busy("Ada"));
        assertThat(appointments.take(
                        Set.of(host.id()),
                        Agreed.of(Span.of(now, LENGTH), LISBON),
                        new What(What.Kind.BOOKING, UUID.randomUUID())))
                .isInstanceOf(Taking.Busy.class);
        // Of what was set up at a stated moment, and so took no time, nothing is offered either.
        Hosting.Plan imported = plan(new Candidate.ByLink("Somebody"), Optional.empty());
        assertThat(hosting(0).host(imported, ben, now)).isInstanceOf(Hosted.Done.class);
        done(imported.interview(), ben, new Command.Start());
        assertThat(one.getBean(BusyTimes.class)
                        .of(
                                List.of(host.id(), ada.id(), ben.id()),
                                Span.of(began.minus(LENGTH), LENGTH.multipliedBy(4)),
                                Optional.empty()))
                .isEqualTo(Map.of(host.id(), taken(began), ada.id(), taken(began), ben.id(), taken(now)));
    }

    @Test
    void who_opens_a_link_is_kept_out_by_nothing_and_their_time_is_taken_where_it_is_free() {
        Token free = invited(NOON);
        Token late = invited(NOON.plus(Duration.ofHours(2)));
        now = NOON;
        assertThat(hosting(0).join(free, ada.id())).isInstanceOf(Hosting.Joining.Joined.class);
        assertThat(rows(ada)).isOne();
        now = NOON.plus(Duration.ofHours(1));
        hosted(plan(new Candidate.Member(ada.id()), NOON.plus(Duration.ofHours(2))), ben);
        now = NOON.plus(Duration.ofHours(2));
        assertThat(hosting(1).join(late, ada.id())).isInstanceOf(Hosting.Joining.Joined.class);
        assertThat(rows(ada)).as("two, and not the third").isEqualTo(2);
        assertThat(hosting(0).host(plan(new Candidate.Member(ada.id()), NOON.plusSeconds(300)), ben))
                .as("whose time was taken as they came")
                .isInstanceOf(Hosted.Refused.class);
    }

    @Test
    void who_is_put_on_a_panel_must_have_the_time_and_who_only_watches_gives_none() {
        Person watcher = member("Will");
        Person third = member("Cleo");
        hosted(plan(new Candidate.ByLink("Somebody"), NOON), watcher);
        Hosting.Plan panel =
                panel(NOON, Set.of(ben.id()), new Candidate.Member(ada.id()), Map.of(watcher.id(), Seat.OBSERVER));
        hosted(panel, host);
        hosted(plan(new Candidate.ByLink("Somebody"), NOON.plusSeconds(60)), third);
        assertThat(send(panel.interview(), host, new Command.GiveSeat(third.id(), Seat.INTERVIEWER)))
                .isEqualTo(new Outcome.Refused(Refusal.of(Refusal.Code.SOMEBODY_BUSY, "Cleo")));
        assertThat(one.getBean(InterviewStates.class)
                        .find(panel.interview())
                        .orElseThrow()
                        .setup()
                        .isInterviewer(third.id()))
                .isFalse();
        done(panel.interview(), host, new Command.GiveSeat(third.id(), Seat.SHADOW));
        Person free = member("Finn");
        done(panel.interview(), host, new Command.GiveSeat(free.id(), Seat.INTERVIEWER));
        assertThat(appointments.of(panel.interview()).orElseThrow().people())
                .containsExactlyInAnyOrder(host.id(), ada.id(), ben.id(), free.id());
    }

    @Test
    void its_host_moves_it_and_calls_it_off_and_nobody_is_moved_onto_an_appointment_of_theirs() {
        Hosting.Plan plan = plan(new Candidate.Member(ada.id()), NOON);
        hosted(plan, host);
        Instant later = NOON.plus(Duration.ofHours(3));
        hosted(plan(new Candidate.Member(ada.id()), later), ben);
        assertThat(send(plan.interview(), host, new Command.Reschedule(later, LISBON, "Train")))
                .isEqualTo(new Outcome.Refused(Refusal.of(Refusal.Code.SOMEBODY_BUSY, "Ada")));
        assertThat(span(plan)).isEqualTo(Span.of(NOON, LENGTH));
        done(plan.interview(), host, new Command.Reschedule(later.plus(LENGTH), LISBON, "Train"));
        assertThat(span(plan)).isEqualTo(Span.of(later.plus(LENGTH), LENGTH));
        done(plan.interview(), host, new Command.Cancel("Ill"));
        assertThat(appointments.of(plan.interview())).isEmpty();
    }

    @Test
    void to_which_somebody_did_not_come_is_over() {
        Hosting.Plan plan = plan(new Candidate.Member(ada.id()), NOON);
        hosted(plan, host);
        now = NOON.plus(Duration.ofMinutes(11));
        done(plan.interview(), host, new Command.ReportNoShow(Absent.CANDIDATE));
        assertThat(rows(host)).isZero();
    }

    @Test
    void whoever_ends_early_can_begin_the_next_one_at_once_whatever_it_was() {
        Hosting.Plan plan = plan(new Candidate.Member(ada.id()), NOON);
        hosted(plan, host);
        now = NOON.plus(Duration.ofMinutes(5));
        over(plan.interview(), host);
        assertThat(span(plan)).isEqualTo(new Span(NOON, now));

        Hosting.Plan booked = plan(new Candidate.Member(ada.id()), now);
        var what = new What(What.Kind.BOOKING, UUID.randomUUID());
        Agreed hour = Agreed.of(Span.of(now, Duration.ofHours(1)), LISBON);
        assertThat(appointments.take(Set.of(host.id(), ada.id()), hour, what, booked.interview()))
                .isInstanceOf(Taking.Taken.class);
        assertThat(hosting(0).host(booked, host, now)).isInstanceOf(Hosted.Done.class);
        now = now.plus(Duration.ofMinutes(5));
        over(booked.interview(), host);

        hosted(plan(new Candidate.Member(ben.id()), Optional.empty()), host);
        assertThat(appointments.of(what).orElseThrow().agreed().span().until()).isEqualTo(now);
    }

    @Test
    void what_is_over_before_its_hour_has_taken_no_time() {
        Hosting.Plan plan = plan(new Candidate.Member(ada.id()), NOON);
        hosted(plan, host);
        now = NOON.minus(Duration.ofMinutes(9));
        over(plan.interview(), host);
        assertThat(appointments.of(plan.interview())).isEmpty();
    }

    @Test
    void an_exchange_takes_the_time_of_both_halves_until_both_are_over() {
        Made.Done made = exchange(NOON);
        assertThat(appointments.of(made.first()).orElseThrow().agreed().span())
                .isEqualTo(Span.of(NOON, Duration.ofMinutes(60)));
        now = NOON.plus(Duration.ofMinutes(20));
        over(made.first(), host);
        assertThat(hosting(0).host(plan(new Candidate.ByLink("Somebody"), now), ada))
                .as("the second half is to come")
                .isEqualTo(busyMyself());
        Exchanges exchanges = one.getBean(Exchanges.class);
        exchanges.agree(made.exchange(), host.id());
        exchanges.agree(made.exchange(), ada.id());
        InterviewId second = exchanges
                .find(made.exchange(), ada.id())
                .orElseThrow()
                .second()
                .orElseThrow()
                .id();
        now = NOON.plus(Duration.ofMinutes(40));
        over(second, ada);
        hosted(plan(new Candidate.Member(host.id()), Optional.empty()), ada);
    }

    @Test
    void without_a_second_half_the_rest_of_an_exchange_is_free() {
        Made.Done made = exchange(NOON);
        now = NOON.plus(Duration.ofMinutes(20));
        over(made.first(), host);
        one.getBean(Exchanges.class).decline(made.exchange(), ada.id());
        hosted(plan(new Candidate.Member(host.id()), Optional.empty()), ada);
    }

    @Test
    void what_was_set_up_before_gets_the_time_of_whoever_is_free() {
        Hosting.Plan old = plan(new Candidate.Member(ada.id()), NOON);
        Hosting.Plan another = plan(new Candidate.Member(ada.id()), NOON.plusSeconds(60));
        assertThat(hosting(0).host(old, host, now)).isInstanceOf(Hosted.Done.class);
        assertThat(hosting(0).host(another, ben, now)).isInstanceOf(Hosted.Done.class);
        one.getBean(InterviewTimes.class).takeWhereFree(now);
        other.getBean(InterviewTimes.class).takeWhereFree(now);
        assertThat(appointments.of(old.interview()).orElseThrow().people())
                .containsExactlyInAnyOrder(host.id(), ada.id());
        assertThat(appointments.of(another.interview()).orElseThrow().people()).containsExactly(ben.id());
        // Once it is moved it is planned as any: whoever has the time gives it.
        Instant later = NOON.plus(Duration.ofHours(1));
        done(another.interview(), ben, new Command.Reschedule(later, LISBON, "Train"));
        assertThat(appointments.of(another.interview()).orElseThrow().people())
                .containsExactlyInAnyOrder(ben.id(), ada.id());
    }

    @Test
    void what_had_no_appointment_takes_one_when_it_is_moved() {
        Hosting.Plan old = plan(new Candidate.Member(ada.id()), NOON);
        assertThat(hosting(0).host(old, host, now)).isInstanceOf(Hosted.Done.class);
        Instant later = NOON.plus(Duration.ofHours(1));
        hosted(plan(new Candidate.Member(ada.id()), later), ben);
        assertThat(send(old.interview(), host, new Command.Reschedule(later, LISBON, "Train")))
                .isEqualTo(new Outcome.Refused(Refusal.of(Refusal.Code.SOMEBODY_BUSY, "Ada")));
        done(old.interview(), host, new Command.Reschedule(later.plus(LENGTH), LISBON, "Train"));
        assertThat(span(old)).isEqualTo(Span.of(later.plus(LENGTH), LENGTH));
    }

    private Made.Done exchange(Instant at) {
        var plan = new Exchanges.Plan(
                plan(new Candidate.Member(ada.id()), Optional.of(at), "the-seven"), OptionalInt.of(60), false);
        return (Made.Done) one.getBean(Exchanges.class).host(plan, host);
    }

    private Token invited(Instant at) {
        return ((Hosted.Done) hosting(0).host(plan(new Candidate.ByLink("Somebody"), at), host))
                .invitation()
                .orElseThrow();
    }

    private static void over(InterviewId interview, Person by) {
        done(interview, by, new Command.Start());
        String question = one.getBean(InterviewStates.class)
                .find(interview)
                .orElseThrow()
                .setup()
                .agenda()
                .items()
                .getFirst()
                .questionId();
        done(interview, by, new Command.Pose(question));
        done(interview, by, new Command.Finish());
    }

    private static void hosted(Hosting.Plan plan, Person by) {
        assertThat(hosting(0).host(plan, by)).isInstanceOf(Hosted.Done.class);
    }

    private static Hosting hosting(int node) {
        return (node % 2 == 0 ? one : other).getBean(Hosting.class);
    }

    private static Outcome send(InterviewId interview, Person by, Command command) {
        return hosting(0).send(interview, new Sent(UUID.randomUUID(), new Command.By(by.id(), now), command));
    }

    private static void done(InterviewId interview, Person by, Command command) {
        assertThat(send(interview, by, command)).isInstanceOf(Outcome.Done.class);
    }

    private Span span(Hosting.Plan plan) {
        return appointments.of(plan.interview()).orElseThrow().agreed().span();
    }

    private static Spans taken(Instant from) {
        return Spans.of(Span.of(from, LENGTH));
    }

    private static Hosted busyMyself() {
        return new Hosted.Refused(Refusal.of(Refusal.Code.YOURSELF_BUSY));
    }

    private static Hosted busy(String whom) {
        return new Hosted.Refused(Refusal.of(Refusal.Code.SOMEBODY_BUSY, whom));
    }

    private static Hosting.Plan plan(Candidate candidate, Instant at) {
        return plan(candidate, Optional.of(at));
    }

    private static Hosting.Plan plan(Candidate candidate, Optional<Instant> at) {
        return plan(candidate, at, "warm-up");
    }

    private static Hosting.Plan plan(Candidate candidate, Optional<Instant> at, String round) {
        return new Hosting.Plan(
                new InterviewId(UUID.randomUUID()),
                Kind.PEER,
                "marketing-manager",
                round,
                candidate,
                Set.of(),
                at,
                LISBON);
    }

    private static Hosting.Plan panel(
            Instant at, Set<PersonId> others, Candidate candidate, Map<PersonId, Seat> watchers) {
        return new Hosting.Plan(
                new InterviewId(UUID.randomUUID()),
                Kind.PANEL,
                "marketing-manager",
                "warm-up",
                candidate,
                others,
                Optional.of(at),
                LISBON,
                watchers,
                Optional.empty());
    }

    private static Person member(String name) {
        return one.getBean(People.class).enrol(name, UUID.randomUUID() + "@example.org", "UTC", Role.MEMBER)
                        instanceof org.threeshift.core.people.Outcome.Done done
                ? done.person()
                : org.assertj.core.api.Assertions.fail("not enrolled");
    }

    private static long rows(Person person) {
        return database.jdbcClient()
                .sql("select count(*) from appointment_person where person_id = :person")
                .param("person", person.id().value())
                .query(Long.class)
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
