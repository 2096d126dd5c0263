package org.threeshift.core.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.bank.ShippedBanks;
import org.threeshift.core.cohort.Agreement;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Membership.About;
import org.threeshift.core.cohort.Outcome;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.presence.Attendances;
import org.threeshift.core.relations.BlockHeard;

/** Evenings in PostgreSQL, with the exchanges that come of them, at hours that the test chooses. All of its classes share one node: it ends with the process. */
abstract class EveningNode {
    static final TestDatabase database = TestDatabase.fresh();
    static final AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
    static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    /** 18:30 in Lisbon. */
    static final Instant START = Instant.parse("2026-11-26T18:30:00Z");

    static final List<Notice> posted = new CopyOnWriteArrayList<>();
    static Instant now = MONDAY;

    /** What something else does that hears of a block too. */
    static Runnable atTheBlock = () -> {};

    static Person coach;
    static CohortId cohort;

    static {
        node.registerBean(JdbcClient.class, database::jdbcClient);
        node.registerBean(Bell.class, LocalBell::new);
        node.registerBean(
                TransactionOperations.class,
                () -> new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())));
        node.registerBean(InstantSource.class, () -> () -> now);
        node.registerBean(RandomGenerator.class, () -> new Random(1));
        node.registerBean(Ids.class);
        node.registerBean(Mails.class, () -> mail -> {});
        node.registerBean(Attendances.class, () -> interviews -> java.util.Map.of());
        node.registerBean(Notices.class, Told::new);
        node.registerBean("another", BlockHeard.class, () -> (_, _) -> atTheBlock.run());
        node.scan(
                "org.threeshift.core.audit",
                "org.threeshift.core.people",
                "org.threeshift.core.cohort",
                "org.threeshift.core.bank",
                "org.threeshift.core.interview",
                "org.threeshift.core.exchange",
                "org.threeshift.core.appointment",
                "org.threeshift.core.relations",
                "org.threeshift.core.reliability",
                "org.threeshift.core.calendar",
                "org.threeshift.core.evening",
                "org.threeshift.core.overdue");
        node.refresh();
        node.getBean(ShippedBanks.class).publishAll();
        coach = person(Role.COACH);
        cohort = ((Outcome.Done) node.getBean(Coaching.class).open(coach, "Before")).cohort();
    }

    static final class Told implements Notices {
        @Override
        public void post(Notice notice) {
            posted.add(notice);
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

    @BeforeEach
    void a_cohort() {
        now = MONDAY;
        posted.clear();
        // Those of other tests began, by a clock that goes back for each.
        database.jdbcClient().sql("delete from evening").update();
        coach = person(Role.COACH);
        cohort = ((Outcome.Done) node.getBean(Coaching.class).open(coach, "Sales leads")).cohort();
    }

    static Set<String> agenda(InterviewStates states, InterviewId interview) {
        return states.find(interview).orElseThrow().setup().agenda().items().stream()
                .map(item -> item.questionId())
                .collect(Collectors.toSet());
    }

    static final Span WEEK = Span.of(MONDAY, Duration.ofDays(7));

    static EveningDates dates() {
        return node.getBean(EveningDates.class);
    }

    static EveningUpkeep upkeep() {
        return node.getBean(EveningUpkeep.class);
    }

    static void send(InterviewId interview, PersonId person, Command command) {
        assertThat(node.getBean(Interviews.class)
                        .send(interview, new Sent(UUID.randomUUID(), new Command.By(person, now), command)))
                .isInstanceOf(org.threeshift.core.interview.Outcome.Done.class);
    }

    static void begin(Sitting sitting) {
        var by = new Command.By(sitting.meeting().first(), now);
        node.getBean(Interviews.class)
                .sendAll(
                        sitting.interview(),
                        List.of(
                                new Sent(
                                        UUID.randomUUID(),
                                        new Command.By(sitting.meeting().second(), now),
                                        new Command.Join(Seat.CANDIDATE)),
                                new Sent(UUID.randomUUID(), by, new Command.Start())));
    }

    static Evenings evenings() {
        return node.getBean(Evenings.class);
    }

    static EveningView view(EveningId id, Person reader) {
        return node.getBean(EveningViews.class).find(id, reader).orElseThrow();
    }

    static void answer(Person person, EveningId id, boolean comes) {
        done(evenings().answer(person, id, comes));
    }

    static EveningId published(List<Person> members, int slots, int rooms) {
        EveningId id = planned(members, slots, rooms, 5);
        members.forEach(member -> answer(member, id, true));
        done(evenings().publish(coach, id));
        return id;
    }

    static EveningId planned(List<Person> members, int slots, int rooms, int pause) {
        return done(evenings().plan(coach, cohort, draft(members, slots, rooms, pause)));
    }

    static Draft draft(List<Person> members, int slots, int rooms, int pause) {
        return new Draft(
                "Both chairs",
                LocalDate.of(2026, 11, 26).toString(),
                "18:30",
                "40",
                String.valueOf(pause),
                String.valueOf(slots),
                String.valueOf(rooms),
                Stream.of("hiring-manager-screen", "the-seven", "director-panel", "warm-up")
                        .map(round -> "marketing-manager/" + round)
                        .toList(),
                members.stream().map(member -> member.id().toString()).toList(),
                "Bring water.");
    }

    /** The same at another time of the day. */
    static Draft at(Draft draft, String time) {
        return begins(draft, draft.day(), time);
    }

    /** The same on another day. */
    static Draft on(Draft draft, String day) {
        return begins(draft, day, draft.time());
    }

    private static Draft begins(Draft draft, String day, String time) {
        return new Draft(
                draft.title(),
                day,
                time,
                draft.slotMinutes(),
                draft.breakMinutes(),
                draft.slots(),
                draft.rooms(),
                draft.rounds(),
                draft.guests(),
                draft.note());
    }

    static EveningId done(EveningAnswer answer) {
        assertThat(answer).isInstanceOf(EveningAnswer.Done.class);
        return ((EveningAnswer.Done) answer).id();
    }

    static List<String> sentences(EveningAnswer answer) {
        assertThat(answer).isInstanceOf(EveningAnswer.Refused.class);
        return ((EveningAnswer.Refused) answer)
                .problems().stream().map(Problem::sentence).toList();
    }

    static List<PersonId> told(Kind kind) {
        return posted.stream()
                .filter(notice -> notice.kind() == kind)
                .map(Notice::to)
                .toList();
    }

    static List<PersonId> ids(List<Person> people) {
        return people.stream().map(Person::id).toList();
    }

    static List<Person> members(int many) {
        List<Person> members = new ArrayList<>();
        for (int number = 0; number < many; number++) {
            Person member = person(Role.MEMBER);
            node.getBean(Coaching.class).ask(coach, cohort, member.email().orElseThrow(), About.NOTHING);
            node.getBean(Cohorts.class).join(member, cohort, Agreement.CURRENT);
            members.add(member);
        }
        return members;
    }

    static Person person(Role role) {
        var enrolled = node.getBean(People.class)
                .enrol(
                        "Somebody " + UUID.randomUUID().toString().substring(0, 6),
                        UUID.randomUUID() + "@example.org",
                        "Europe/Lisbon",
                        role);
        return Optional.of(enrolled)
                .map(outcome -> ((org.threeshift.core.people.Outcome.Done) outcome).person())
                .orElseThrow();
    }

    static List<String> keepings(PersonId person) {
        return database.jdbcClient()
                .sql("select keeping from commitment where person_id = :person")
                .param("person", person.value())
                .query((row, number) -> row.getString("keeping"))
                .list();
    }
}
