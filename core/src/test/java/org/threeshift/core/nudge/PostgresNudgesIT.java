package org.threeshift.core.nudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.bank.ShippedBanks;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Newcomers;
import org.threeshift.core.cohort.Season;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
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
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Reminders on a real database, at hours that the test chooses. */
class PostgresNudgesIT {
    private static final TestDatabase database = TestDatabase.fresh();
    private static final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    private static final Instant START = Instant.parse("2026-11-18T10:00:00Z");
    private static final ConcurrentLinkedQueue<Notice> posted = new ConcurrentLinkedQueue<>();

    private static Instant now = START;
    private static Nudges nudges;
    private static Person coach;
    private static Person host;
    private static Person rival;
    private static Person shadow;
    private static Person mira;
    private static Person stranger;

    @BeforeAll
    static void installation() {
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(Bell.class, LocalBell::new);
        application.registerBean(
                TransactionOperations.class,
                () -> new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())));
        application.registerBean(InstantSource.class, () -> () -> now);
        application.registerBean(java.util.random.RandomGenerator.class, () -> new Random(5));
        application.registerBean(org.threeshift.core.id.Ids.class);
        application.registerBean(Newcomers.class, () -> new Newcomers() {
            @Override
            public boolean invite(Person by, String email, CohortId cohort) {
                return true;
            }

            @Override
            public void end(CohortId cohort, Optional<String> email) {}
        });
        application.registerBean(Mails.class, () -> mail -> {});
        application.registerBean(Notices.class, () -> new Notices() {
            @Override
            public void post(Notice notice) {
                posted.add(notice);
            }

            @Override
            public void withdraw(String key) {
                throw new IllegalStateException("nothing of a sheet is withdrawn");
            }

            @Override
            public void withdraw(String beginning, Collection<PersonId> people) {
                withdraw(beginning);
            }
        });
        application.scan(
                "org.threeshift.core.audit",
                "org.threeshift.core.people",
                "org.threeshift.core.cohort",
                "org.threeshift.core.bank",
                "org.threeshift.core.interview",
                "org.threeshift.core.nudge");
        application.refresh();
        application.getBean(ShippedBanks.class).publishAll();
        nudges = application.getBean(Nudges.class);
        coach = person("Dana", Role.COACH);
        host = person("Luis", Role.MEMBER);
        rival = person("Ben", Role.MEMBER);
        shadow = person("Cy", Role.MEMBER);
        mira = person("Mira", Role.MEMBER);
        stranger = person("Otto", Role.COACH);
        Season.of(application.getBean(Coaching.class), application.getBean(Cohorts.class), coach, "Autumn", mira);
    }

    @AfterAll
    static void close() {
        application.close();
        database.close();
    }

    /** What other tests left open is too old to matter. */
    @BeforeEach
    void months_later() {
        now = now.plus(Duration.ofDays(90)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        posted.clear();
    }

    @Test
    void the_query_finds_what_the_states_say() {
        InterviewId scheduled = panel();
        InterviewId live = panel();
        start(live);
        InterviewId cancelled = panel();
        send(cancelled, host, new Command.Cancel("Ill."));
        InterviewId absent = panel();
        now = now.plus(Duration.ofMinutes(10));
        send(
                absent,
                host,
                new Command.ReportNoShow(org.threeshift.core.interview.model.InterviewEvent.Absent.CANDIDATE));
        InterviewId over = over();
        InterviewId half = over();
        lock(half, host);
        InterviewId closed = over();
        lock(closed, host);
        send(closed, host, new Command.CloseScoring());
        InterviewId locked = over();
        lock(locked, host);
        lock(locked, rival);
        InterviewId published = over();
        lock(published, host);
        lock(published, rival);
        send(published, host, new Command.Publish(true));
        List<InterviewId> all = List.of(scheduled, live, cancelled, absent, over, half, closed, locked, published);
        Set<Tuple> owed = new HashSet<>();
        application.getBean(InterviewStates.class).find(all).forEach((id, state) -> {
            for (Person one : List.of(host, rival, shadow, mira, coach)) {
                state.owedSince(one.id()).ifPresent(since -> owed.add(tuple(id, one.id(), since)));
            }
        });
        assertThat(owed).hasSize(3);
        assertThat(application.getBean(PostgresNudges.class).owed(now.minus(Duration.ofDays(1)), now))
                .extracting(Owed::interview, Owed::interviewer, Owed::since)
                .containsExactlyInAnyOrderElementsOf(owed);
        assertThat(application.getBean(PostgresNudges.class).owed(now.minus(Duration.ofDays(1)), now))
                .extracting(Owed::interview, Owed::hostOwes)
                .containsOnly(tuple(over, true), tuple(half, false));
    }

    @Test
    void reminders_go_out_once_each_after_an_hour_and_a_day_and_then_the_coach_is_told() {
        InterviewId id = over();
        lock(id, host);
        assertThat(at("PT59M")).isEmpty();
        assertThat(at("PT1H")).containsExactly(told(org.threeshift.core.notice.Kind.SHEET_OWED, rival));
        assertThat(at("PT20H")).isEmpty();
        assertThat(at("PT24H")).containsExactly(told(org.threeshift.core.notice.Kind.SHEET_STILL_OWED, rival));
        Instant reminded = now;
        assertThat(nudges.open(id, host.id()))
                .extracting(OpenSheet::interviewer, OpenSheet::reminded, OpenSheet::told)
                .containsExactly(tuple(rival.id(), Optional.of(reminded), Optional.empty()));
        assertThat(at("PT48H")).containsExactly(told(org.threeshift.core.notice.Kind.SHEETS_MISSING, coach));
        assertThat(posted)
                .allSatisfy(notice -> assertThat(notice.values())
                        .containsEntry("owing", rival.id().toString())
                        .containsEntry("candidate", mira.id().toString()));
        assertThat(nudges.open(id, host.id()))
                .extracting(OpenSheet::reminded, OpenSheet::told)
                .containsExactly(tuple(Optional.of(reminded), Optional.of(now)));
        assertThat(at("PT100H")).isEmpty();
        assertThat(at("PT400H")).isEmpty();
    }

    @Test
    void after_days_without_the_job_only_the_current_message_goes_out() {
        over();
        assertThat(at("PT30H"))
                .containsExactlyInAnyOrder(
                        told(org.threeshift.core.notice.Kind.SHEET_STILL_OWED, host),
                        told(org.threeshift.core.notice.Kind.SHEET_STILL_OWED, rival));
        over();
        assertThat(at("PT340H")).isEmpty();
    }

    @Test
    void nothing_goes_out_of_a_sheet_that_was_locked_meanwhile_or_that_the_host_goes_on_without() {
        InterviewId id = over();
        List<Owed> found = application.getBean(PostgresNudges.class).owed(now.minus(Duration.ofHours(1)), now);
        lock(id, host);
        assertThat(found)
                .filteredOn(sheet -> sheet.interviewer().equals(host.id()))
                .singleElement()
                .satisfies(sheet -> assertThat(
                                application.getBean(PostgresNudges.class).mark(sheet, Stage.HOUR, now))
                        .isFalse());
        assertThat(at("PT1H")).containsExactly(told(org.threeshift.core.notice.Kind.SHEET_OWED, rival));
        send(id, host, new Command.CloseScoring());
        assertThat(at("PT24H")).isEmpty();
        assertThat(nudges.open(id, host.id())).isEmpty();
        assertThat(nudges.open(id, rival.id())).isEmpty();
    }

    @Test
    void however_many_nodes_run_at_once_each_message_goes_out_once() throws Exception {
        over();
        now = now.plus(Duration.ofHours(2));
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> round = () -> {
                nudges.round();
                return true;
            };
            for (Future<Boolean> one : nodes.invokeAll(List.of(round, round, round, round))) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(posted).extracting(Notice::key).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void whoever_owes_a_sheet_learns_of_their_own_alone_and_the_host_of_all_once_theirs_is_locked() {
        InterviewId id = over();
        assertThat(seen(id, host)).containsExactly(host.id());
        assertThat(seen(id, rival)).containsExactly(rival.id());
        lock(id, rival);
        assertThat(seen(id, host)).containsExactly(host.id());
        assertThat(seen(id, rival)).isEmpty();
        InterviewId other = over();
        lock(other, host);
        assertThat(seen(other, host)).containsExactly(rival.id());
        assertThat(nudges.missing(host.id())).containsEntry(other, 1).doesNotContainKey(id);
        assertThat(nudges.missing(rival.id())).isEmpty();
        for (Person one : List.of(shadow, mira, coach, stranger)) {
            assertThat(seen(other, one)).isEmpty();
        }
    }

    private static List<PersonId> seen(InterviewId id, Person reader) {
        return nudges.open(id, reader.id()).stream().map(OpenSheet::interviewer).toList();
    }

    private static Tuple told(org.threeshift.core.notice.Kind kind, Person person) {
        return tuple(kind, person.id());
    }

    /** What two runs post, so long after the last interview ended. */
    private static List<Tuple> at(String afterTheEnd) {
        Instant ended = database.jdbcClient()
                .sql("select max(finished_at) from interview")
                .query((row, _) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
        now = ended.plus(Duration.parse(afterTheEnd));
        posted.clear();
        nudges.round();
        nudges.round();
        return posted.stream().map(notice -> tuple(notice.kind(), notice.to())).toList();
    }

    private static InterviewId panel() {
        var id = new InterviewId(
                application.getBean(org.threeshift.core.id.Ids.class).next());
        var plan = new Hosting.Plan(
                id,
                Kind.PANEL,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.Member(mira.id()),
                Set.of(rival.id()),
                Optional.of(now),
                ZoneId.of("UTC"),
                Map.of(shadow.id(), Seat.SHADOW),
                Optional.empty());
        assertThat(application.getBean(Hosting.class).host(plan, host, now)).isInstanceOf(Hosting.Hosted.Done.class);
        return id;
    }

    private static void start(InterviewId id) {
        send(id, host, new Command.Start(), new Command.Pose(first(id).questionId()));
    }

    private static InterviewId over() {
        InterviewId id = panel();
        start(id);
        now = now.plusSeconds(60);
        send(id, host, new Command.Finish());
        return id;
    }

    private static void lock(InterviewId id, Person interviewer) {
        AgendaItem item = first(id);
        var commands = new ArrayList<Command>();
        item.shifts().forEach(shift -> commands.add(new Command.Rate(item.questionId(), shift, Level.THREE)));
        item.traps()
                .forEach(trap ->
                        commands.add(new Command.JudgeTrap(item.questionId(), trap.id(), TrapJudgement.AVOIDED)));
        commands.add(new Command.LockSheet(Verdict.YES, "Fine."));
        send(id, interviewer, commands.toArray(Command[]::new));
    }

    private static AgendaItem first(InterviewId id) {
        return application
                .getBean(InterviewStates.class)
                .find(id)
                .orElseThrow()
                .setup()
                .agenda()
                .items()
                .getFirst();
    }

    private static void send(InterviewId id, Person by, Command... commands) {
        List<Sent> sent = Arrays.stream(commands)
                .map(command -> new Sent(UUID.randomUUID(), new Command.By(by.id(), now), command))
                .collect(Collectors.toList());
        assertThat(application.getBean(Interviews.class).sendAll(id, sent)).isInstanceOf(Outcome.Done.class);
    }

    private static Person person(String name, Role role) {
        if (application.getBean(People.class).enrol(name, name + "@example.org", "UTC", role)
                instanceof org.threeshift.core.people.Outcome.Done(var person)) {
            return person;
        }
        throw new IllegalStateException(name);
    }
}
