package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.appointment.BusySource;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.bank.ShippedBanks;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.hours.Spans;
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
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.practice.Practice;
import org.threeshift.core.reliability.Commitments;
import org.threeshift.core.reliability.Keeping;

/** Two nodes on one database, at hours that the test chooses. All of its classes share them: they end with the process. */
abstract class PairNodes {
    static final TestDatabase database = TestDatabase.fresh();
    static final AnnotationConfigApplicationContext one = new AnnotationConfigApplicationContext();
    static final AnnotationConfigApplicationContext other = new AnnotationConfigApplicationContext();

    /** A Sunday, an hour after the draw was due. */
    static final Instant SUNDAY = Instant.parse("2026-11-22T19:00:00Z");

    static final List<Notice> posted = new CopyOnWriteArrayList<>();

    /** When people are busy by calendars that they keep elsewhere. */
    static final Map<PersonId, Spans> elsewhere = new ConcurrentHashMap<>();

    static Instant now = SUNDAY;
    static Person admin;

    static {
        start(one, 1);
        start(other, 2);
        one.getBean(ShippedBanks.class).publishAll();
        admin = person(Role.ADMIN);
        now = SUNDAY.minus(Duration.ofDays(1));
        one.getBean(Draws.class).plan(admin, "SUNDAY", "18:00", "UTC");
    }

    static void start(AnnotationConfigApplicationContext node, int seed) {
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
        node.registerBean("elsewhere", BusySource.class, () -> (people, within, except) -> elsewhere);
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
    static final class Told implements Notices {
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

        @Override
        public void withdraw(String beginning, Collection<PersonId> people) {
            posted.removeIf(notice -> notice.key().startsWith(beginning) && people.contains(notice.to()));
        }
    }

    /** Each test has the installation to itself: nobody of another one is in its draws. */
    @BeforeEach
    void nobodyPractises() {
        now = SUNDAY;
        posted.clear();
        elsewhere.clear();
        for (String table :
                List.of("pair", "draw", "waiting", "past_wait", "practice_wish", "appointment", "commitment")) {
            database.jdbcClient().sql("delete from " + table).update();
        }
    }

    static PairView confirmed(Person... people) {
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

    static Object round(AnnotationConfigApplicationContext node) {
        node.getBean(PairRounds.class).round();
        return node;
    }

    static WaitingRoom room(AnnotationConfigApplicationContext node) {
        return node.getBean(WaitingRoom.class);
    }

    static PairAnswer confirm(Person person, PairView pair) {
        return other.getBean(Pairs.class).confirm(pair.id(), person.id());
    }

    static List<PairView> pairs(Person person) {
        return one.getBean(Pairs.class).of(person.id());
    }

    static PairView only(Person person) {
        List<PairView> all = pairs(person);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    static PairView first(Person person, PairView pair) {
        return one.getBean(Pairs.class).find(pair.id(), person.id()).orElseThrow();
    }

    static Interview.Known interview(PairView pair) {
        return one.getBean(InterviewStates.class).find(pair.first()).orElseThrow();
    }

    static void enter(PairView pair, Person person) {
        Seat seat = interview(pair).setup().host().equals(person.id()) ? Seat.INTERVIEWER : Seat.CANDIDATE;
        send(pair, person.id(), new Command.Join(seat));
    }

    static void send(PairView pair, PersonId by, Command command) {
        assertThat(one.getBean(Hosting.class)
                        .send(pair.first(), new Sent(one.getBean(Ids.class).next(), new Command.By(by, now), command)))
                .isInstanceOf(Outcome.Done.class);
    }

    static List<Keeping> keepings(Person person) {
        return one.getBean(Commitments.class).of(person.id()).last().stream()
                .map(commitment -> commitment.keeping())
                .toList();
    }

    static List<Person> told(Kind kind) {
        return posted.stream()
                .filter(notice -> notice.kind() == kind)
                .map(notice -> person(notice.to()))
                .toList();
    }

    static int count(String from) {
        return database.jdbcClient()
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single();
    }

    static Person person(PersonId id) {
        return one.getBean(People.class).find(id).orElseThrow();
    }

    /** Somebody who is open every evening. */
    static Person member(String role) {
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
        says(person, role);
        return person;
    }

    static void says(Person person, String role) {
        assertThat(one.getBean(Practice.class)
                        .change(person, new Practice.Said(role, "", List.of("en"), "60", "EACH_DRAW", true)))
                .isInstanceOf(Practice.Outcome.Done.class);
    }

    static Person person(Role role) {
        var enrolled = one.getBean(People.class).enrol("Somebody", UUID.randomUUID() + "@example.org", "UTC", role);
        return ((org.threeshift.core.people.Outcome.Done) enrolled).person();
    }

    static void together(Callable<?>... work) throws Exception {
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
