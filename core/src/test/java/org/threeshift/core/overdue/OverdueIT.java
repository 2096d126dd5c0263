package org.threeshift.core.overdue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.bank.ShippedBanks;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** The clock's rule for interviews that somebody planned by hand. */
class OverdueIT {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant START = Instant.parse("2027-03-02T12:00:00Z");
    private static final List<Notice> posted = new CopyOnWriteArrayList<>();

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

    private static Instant now = START;

    private final Person host = person(Role.COACH);
    private final Person candidate = person(Role.MEMBER);

    @BeforeAll
    static void start() {
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(
                TransactionOperations.class,
                () -> new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
        application.registerBean(InstantSource.class, () -> () -> now);
        application.registerBean(RandomGenerator.class, () -> new Random(3));
        application.registerBean(Ids.class);
        application.registerBean(Bell.class, LocalBell::new);
        application.registerBean(Mails.class, () -> _ -> {});
        application.registerBean(Notices.class, Told::new);
        application.scan(
                "org.threeshift.core.audit",
                "org.threeshift.core.people",
                "org.threeshift.core.cohort",
                "org.threeshift.core.bank",
                "org.threeshift.core.interview",
                "org.threeshift.core.appointment",
                "org.threeshift.core.reliability",
                "org.threeshift.core.overdue");
        application.refresh();
        bean(ShippedBanks.class).publishAll();
    }

    private static final class Told implements Notices {
        @Override
        public void post(Notice notice) {
            posted.add(notice);
        }

        @Override
        public void withdraw(String key) {}

        @Override
        public void withdraw(String beginning, Collection<org.threeshift.core.people.PersonId> people) {}
    }

    @BeforeEach
    void nothing_told() {
        posted.clear();
    }

    @Test
    void ten_minutes_after_the_time_it_is_over_when_one_side_was_there_and_the_other_was_not() {
        InterviewId alone = hosted(Kind.COACH_LED, host, candidate, START);
        InterviewId inVain = hosted(Kind.PEER, person(Role.MEMBER), candidate, START.plus(Duration.ofHours(2)));
        now = START.minus(Duration.ofMinutes(9));
        join(alone, host, Seat.INTERVIEWER);
        now = START;
        clock();
        now = START.plus(Duration.ofMinutes(10)).minusSeconds(1);
        clock();
        assertThat(state(alone)).isInstanceOf(Interview.Scheduled.class);
        now = START.plus(Duration.ofMinutes(10));
        clock();
        assertThat(state(alone))
                .isInstanceOfSatisfying(
                        Interview.Cancelled.class, over -> assertThat(over.by()).isEqualTo(Command.By.INSTALLATION));
        assertThat(keepings(host)).containsExactly("KEPT");
        assertThat(keepings(candidate)).containsExactly("NO_SHOW");
        assertThat(posted)
                .singleElement()
                .satisfies(notice -> assertThat(notice.to()).isEqualTo(host.id()))
                .satisfies(notice -> assertThat(notice.link()).isEqualTo("/interviews/" + alone));
        posted.clear();
        now = START.plus(Duration.ofHours(2));
        join(inVain, candidate, Seat.CANDIDATE);
        clock();
        now = now.plus(Duration.ofMinutes(10));
        clock();
        assertThat(keepings(candidate)).containsExactlyInAnyOrder("NO_SHOW", "KEPT");
        assertThat(posted)
                .singleElement()
                .satisfies(notice -> assertThat(notice.link()).isEqualTo("/practice/now"));
    }

    @Test
    void nothing_ends_while_both_are_there_nobody_is_it_was_just_moved_or_the_candidate_has_no_account() {
        InterviewId both = hosted(Kind.COACH_LED, host, candidate, START);
        InterviewId nobody = hosted(Kind.COACH_LED, person(Role.COACH), person(Role.MEMBER), START);
        Person movesIt = person(Role.COACH);
        InterviewId moved = hosted(Kind.COACH_LED, movesIt, person(Role.MEMBER), START.plus(Duration.ofHours(3)));
        Person waits = person(Role.COACH);
        InterviewId byLink = hosted(Kind.COACH_LED, waits, new Hosting.Candidate.ByLink("Ola"), START);
        now = START.minus(Duration.ofMinutes(5));
        send(moved, movesIt, new Command.Reschedule(START, UTC, "Earlier"));
        join(moved, movesIt, Seat.INTERVIEWER);
        join(both, host, Seat.INTERVIEWER);
        join(both, candidate, Seat.CANDIDATE);
        join(byLink, waits, Seat.INTERVIEWER);
        now = START;
        clock();
        now = START.plus(Duration.ofMinutes(10));
        clock();
        for (InterviewId open : List.of(both, nobody, moved, byLink)) {
            assertThat(state(open)).isInstanceOf(Interview.Scheduled.class);
        }
        assertThat(posted).isEmpty();
    }

    @Test
    void what_came_while_nobody_kept_watch_ends_for_nobody() {
        InterviewId down = hosted(Kind.COACH_LED, host, candidate, START);
        now = START.minus(Duration.ofMinutes(1));
        join(down, host, Seat.INTERVIEWER);
        clock();
        now = START.plus(Duration.ofMinutes(11));
        clock();
        assertThat(state(down)).isInstanceOf(Interview.Scheduled.class);
    }

    @Test
    void an_hour_after_the_time_what_nobody_came_to_is_over_and_counts_for_everybody_who_had_agreed_on_it() {
        InterviewId nobody = hosted(Kind.COACH_LED, host, candidate, START);
        Person late = person(Role.COACH);
        InterviewId soon = hosted(Kind.COACH_LED, late, person(Role.MEMBER), START.plus(Duration.ofHours(3)));
        Person waits = person(Role.COACH);
        InterviewId waitedFor = hosted(Kind.COACH_LED, waits, new Hosting.Candidate.ByLink("Ola"), START);
        now = START.minus(Duration.ofMinutes(5));
        send(soon, late, new Command.Reschedule(START, UTC, "Earlier"));
        join(waitedFor, waits, Seat.INTERVIEWER);
        now = START;
        clock();
        now = START.plus(Duration.ofHours(1)).minusSeconds(1);
        clock();
        assertThat(List.of(state(nobody), state(soon)))
                .as("until then it is theirs to move, or to begin")
                .allMatch(Interview.Scheduled.class::isInstance);
        now = START.plus(Duration.ofHours(1));
        clock();
        for (InterviewId over : List.of(nobody, soon)) {
            assertThat(state(over)).isInstanceOfSatisfying(Interview.Cancelled.class, one -> {
                assertThat(one.by()).isEqualTo(Command.By.INSTALLATION);
                assertThat(one.reason()).contains("Nobody had come an hour after the time");
            });
        }
        assertThat(keepings(host)).containsExactly("NO_SHOW");
        assertThat(keepings(candidate)).containsExactly("NO_SHOW");
        assertThat(keepings(late))
                .as("what was moved a moment before binds nobody")
                .isEmpty();
        assertThat(state(waitedFor)).as("somebody waits there").isInstanceOf(Interview.Scheduled.class);
    }

    @Test
    void nobody_is_thrown_out_who_came_late_to_begin_after_all() {
        InterviewId agreed = hosted(Kind.COACH_LED, host, candidate, START);
        now = START;
        clock();
        database.jdbcClient()
                .sql("""
                        insert into presence (interview_id, person_id, connection_id, since, seen_at)
                        values (:interview, :person, :tab, now(), now())
                        """)
                .param("interview", agreed.value())
                .param("person", host.id().value())
                .param("tab", UUID.randomUUID())
                .update();
        now = START.plus(Duration.ofHours(1));
        clock();
        assertThat(state(agreed)).isInstanceOf(Interview.Scheduled.class);
        database.jdbcClient().sql("update presence set left_at = now()").update();
        clock();
        assertThat(state(agreed)).isInstanceOf(Interview.Cancelled.class);
    }

    private static void clock() {
        bean(OverdueClock.class).round();
    }

    private static Interview.Known state(InterviewId interview) {
        return bean(InterviewStates.class).find(interview).orElseThrow();
    }

    private static List<String> keepings(Person person) {
        return database.jdbcClient()
                .sql("select keeping from commitment where person_id = :person")
                .param("person", person.id().value())
                .query((row, number) -> row.getString("keeping"))
                .list();
    }

    private static InterviewId hosted(Kind kind, Person host, Person candidate, Instant at) {
        return hosted(kind, host, new Hosting.Candidate.Member(candidate.id()), at);
    }

    private static InterviewId hosted(Kind kind, Person host, Hosting.Candidate candidate, Instant at) {
        now = START.minus(Duration.ofDays(3));
        var plan = new Hosting.Plan(
                new InterviewId(UUID.randomUUID()),
                kind,
                "marketing-manager",
                "warm-up",
                candidate,
                Set.of(),
                Optional.of(at),
                UTC);
        assertThat(bean(Hosting.class).host(plan, host)).isInstanceOf(Hosting.Hosted.Done.class);
        return plan.interview();
    }

    private static void join(InterviewId interview, Person person, Seat seat) {
        send(interview, person, new Command.Join(seat));
    }

    private static void send(InterviewId interview, Person person, Command command) {
        var sent = new Sent(UUID.randomUUID(), new Command.By(person.id(), now), command);
        assertThat(bean(Interviews.class).send(interview, sent)).isInstanceOf(Outcome.Done.class);
    }

    private static Person person(Role role) {
        return bean(People.class).enrol("Somebody", UUID.randomUUID() + "@example.org", "UTC", role)
                        instanceof org.threeshift.core.people.Outcome.Done done
                ? done.person()
                : fail("not enrolled");
    }

    private static <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
