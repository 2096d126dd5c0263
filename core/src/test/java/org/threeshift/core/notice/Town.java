package org.threeshift.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.appointment.ZoneDatabase;
import org.threeshift.core.bank.ShippedBanks;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Newcomers;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Message;
import org.threeshift.core.mail.Outbox;
import org.threeshift.core.nudge.Nudges;
import org.threeshift.core.outage.Outage;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.presence.Attendance;
import org.threeshift.core.presence.Attendances;
import org.threeshift.core.push.PushSettings;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/**
 * People, interviews and messages on a real database, at hours that the test chooses. Somebody called Pia has a device, unless the test
 * brings real ones.
 */
public final class Town implements AutoCloseable {
    public final TestDatabase database = TestDatabase.fresh();
    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    private final Map<InterviewId, List<Attendance>> here = new HashMap<>();
    private final Map<ZoneId, ZoneRules> otherwise = new HashMap<>();
    private Instant now;
    /** Something that happens when the device is told. */
    Runnable atTheDevice = () -> {};

    Town(Instant start, Predicate<Throwable> outage) {
        this(start, outage, List.of());
    }

    /** @param more packages of core; with that of devices there are no made-up ones */
    public Town(Instant start, Predicate<Throwable> outage, List<String> more) {
        now = start;
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(Bell.class, LocalBell::new);
        application.registerBean(
                TransactionOperations.class,
                () -> new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())));
        application.registerBean(InstantSource.class, () -> () -> now);
        application.registerBean(
                "clocksOfTheWorld", ZoneDatabase.class, () -> new Clocks(), definition -> definition.setPrimary(true));
        application.registerBean(java.util.random.RandomGenerator.class, () -> new Random(5));
        application.registerBean(Ids.class);
        application.registerBean(Outage.class, () -> outage::test);
        application.registerBean(Attendances.class, () -> wanted -> here);
        if (!more.contains("push")) {
            application.registerBean("device", Sender.class, () -> new Device());
        }
        application.registerBean(
                PushSettings.class, () -> new PushSettings(Optional.empty(), "mailto:threeshift@example.org"));
        application.registerBean(Newcomers.class, () -> new Newcomers() {
            @Override
            public boolean invite(Person by, String email, CohortId cohort) {
                return true;
            }

            @Override
            public void end(CohortId cohort, Optional<String> email) {}
        });
        application.scan(Stream.concat(
                        more.stream(),
                        Stream.of(
                                "audit",
                                "people",
                                "cohort",
                                "bank",
                                "interview",
                                "nudge",
                                "mail",
                                "settings",
                                "calendar",
                                "notice"))
                .map(name -> "org.threeshift.core." + name)
                .toArray(String[]::new));
        application.refresh();
        bean(ShippedBanks.class).publishAll();
    }

    /** A third way, of which there is nothing but that it was gone. */
    private final class Device implements Sender {
        @Override
        public Channel channel() {
            return Channel.PUSH;
        }

        @Override
        public boolean reaches(Person person) {
            return person.name().equals("Pia");
        }

        @Override
        public void send(Dispatch dispatch) {
            atTheDevice.run();
        }
    }

    private final class Clocks implements ZoneDatabase {
        @Override
        public String version() {
            return "2026" + (char) ('a' + otherwise.size());
        }

        @Override
        public ZoneRules rules(ZoneId zone) {
            return otherwise.getOrDefault(zone, zone.getRules());
        }
    }

    /** Its clocks go otherwise than was known so far. */
    public void learns(ZoneId zone, ZoneRules rules) {
        otherwise.put(zone, rules);
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    @Override
    public void close() {
        application.close();
        database.close();
    }

    public Instant now() {
        return now;
    }

    public void at(Instant moment) {
        now = moment;
    }

    /** What the jobs of two nodes do, one after the other: the second finds nothing left. */
    public void look() {
        for (int node = 0; node < 2; node++) {
            bean(Nudges.class).round();
            bean(News.class).round();
            bean(Delivery.class).round();
        }
    }

    /** All mail that may leave now, as the postman delivers it. */
    public List<Message> delivered() {
        Outbox outbox = bean(Outbox.class);
        var all = new ArrayList<Message>();
        for (Optional<Message> next = outbox.take(); next.isPresent(); next = outbox.take()) {
            all.add(next.get());
            outbox.settle(next.get(), new Outbox.Fate.Sent());
        }
        return all;
    }

    /** Who has an interview open, from now on. */
    public void enter(InterviewId interview, Person... people) {
        here.put(
                interview,
                Arrays.stream(people)
                        .map(person -> new Attendance(person.id(), Attendance.State.HERE, now))
                        .toList());
    }

    /** Everything that was told, as {@code 10-12T09:00 Mira BOOKED EMAIL}, in order. */
    List<String> told() {
        return database.jdbcClient()
                .sql("""
                        select notice_delivery.at, person.name, notice.kind, notice_delivery.channel
                          from notice_delivery
                          join notice on notice.id = notice_delivery.notice_id
                          join person on person.id = notice.person_id
                         order by notice_delivery.at, person.name, notice.kind, notice_delivery.channel
                        """)
                .query((row, _) -> "%s %s %s %s"
                        .formatted(
                                row.getObject("at", OffsetDateTime.class)
                                        .toInstant()
                                        .toString()
                                        .substring(5, 16),
                                row.getString("name"),
                                row.getString("kind"),
                                row.getString("channel")))
                .list();
    }

    public Person person(String name, Role role, String zone) {
        if (bean(People.class).enrol(name, name + "@example.org", zone, role)
                instanceof org.threeshift.core.people.Outcome.Done(var person)) {
            return person;
        }
        throw new IllegalStateException(name);
    }

    public InterviewId book(Person host, Person candidate, String start, Person... others) {
        Hosting.Plan plan = plan(
                others.length == 0 ? Kind.PEER : Kind.PANEL,
                new Hosting.Candidate.Member(candidate.id()),
                Arrays.stream(others).map(Person::id).collect(Collectors.toSet()),
                start,
                ZoneId.of("UTC"));
        assertThat(bean(Hosting.class).host(plan, host, now)).isInstanceOf(Hosting.Hosted.Done.class);
        return plan.interview();
    }

    /** Of the shortest round, to be hosted. */
    public Hosting.Plan plan(Kind kind, Hosting.Candidate candidate, Set<PersonId> others, String start, ZoneId zone) {
        return new Hosting.Plan(
                new InterviewId(bean(Ids.class).next()),
                kind,
                "marketing-manager",
                "warm-up",
                candidate,
                others,
                Optional.of(Instant.parse(start)),
                zone,
                Map.of(),
                Optional.empty());
    }

    public void move(InterviewId id, Person by, String start) {
        send(id, by, new Command.Reschedule(Instant.parse(start), ZoneId.of("UTC"), "A workshop came up."));
    }

    void start(InterviewId id, Person host) {
        send(id, host, new Command.Start(), new Command.Pose(first(id).questionId()));
    }

    void lock(InterviewId id, Person interviewer) {
        AgendaItem item = first(id);
        var commands = new ArrayList<Command>();
        item.shifts().forEach(shift -> commands.add(new Command.Rate(item.questionId(), shift, Level.THREE)));
        item.traps()
                .forEach(trap ->
                        commands.add(new Command.JudgeTrap(item.questionId(), trap.id(), TrapJudgement.AVOIDED)));
        commands.add(new Command.LockSheet(Verdict.YES, "Fine."));
        send(id, interviewer, commands.toArray(Command[]::new));
    }

    public void send(InterviewId id, Person by, Command... commands) {
        List<Sent> sent = Arrays.stream(commands)
                .map(command -> new Sent(UUID.randomUUID(), new Command.By(by.id(), now), command))
                .toList();
        assertThat(bean(Interviews.class).sendAll(id, sent)).isInstanceOf(Outcome.Done.class);
    }

    /** Chooses among the boxes of one kind; of all kinds with none. */
    public void choose(PersonId person, Set<org.threeshift.core.notice.Kind> kinds, Channel... ticked) {
        var offered = kinds.stream()
                .flatMap(kind -> Arrays.stream(Channel.values()).map(channel -> new Choices.Choice(kind, channel)))
                .collect(Collectors.toSet());
        bean(Inbox.class)
                .choose(
                        person,
                        offered,
                        offered.stream()
                                .filter(box -> Arrays.asList(ticked).contains(box.channel()))
                                .collect(Collectors.toSet()));
    }

    private AgendaItem first(InterviewId id) {
        return bean(InterviewStates.class)
                .find(id)
                .orElseThrow()
                .setup()
                .agenda()
                .items()
                .getFirst();
    }
}
