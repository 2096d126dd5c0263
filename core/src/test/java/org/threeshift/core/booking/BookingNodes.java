package org.threeshift.core.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.BusySource;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.booking.BookingPages.Field;
import org.threeshift.core.booking.BookingPages.Kept;
import org.threeshift.core.booking.Bookings.Answered;
import org.threeshift.core.booking.Bookings.Wish;
import org.threeshift.core.booking.SessionKind.Question;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Membership;
import org.threeshift.core.database.CountedStatements;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/**
 * Two nodes on one database, with coaches who can be booked, at hours that the test chooses. All
 * of its classes share them: they end with the process.
 */
abstract class BookingNodes {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    /** A Monday. */
    static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    static final Instant TUESDAY_NINE = Instant.parse("2026-12-01T08:00:00Z");
    static final List<Notice> TOLD = new CopyOnWriteArrayList<>();

    /** What calendars elsewhere say. */
    static final Map<PersonId, Spans> ELSEWHERE = new ConcurrentHashMap<>();

    static final TestDatabase database = TestDatabase.fresh();
    static final HikariDataSource othersPool = pool();
    static Instant now = NOW;
    static final CountedStatements statements = new CountedStatements(database.dataSource());
    static final AnnotationConfigApplicationContext one = node(statements);
    static final AnnotationConfigApplicationContext other = node(othersPool);
    final BookingPages pages = one.getBean(BookingPages.class);
    final Bookings here = one.getBean(Bookings.class);
    final Bookings there = other.getBean(Bookings.class);
    final Person coach = person(Role.COACH);
    final Person ada = person(Role.MEMBER);
    BookingPage page = page(coach, Audience.PUBLIC);

    @BeforeEach
    void monday() {
        now = NOW;
        TOLD.clear();
    }

    List<Instant> soonest(Person member) {
        return here.soonest(member, 100).stream()
                .filter(open -> open.page().id().equals(page.id()))
                .map(Bookings.OpenHour::start)
                .toList();
    }

    static List<String> keepings(Person person) {
        return database.jdbcClient()
                .sql("select keeping from commitment where person_id = :person")
                .param("person", person.id().value())
                .query((row, _) -> row.getString("keeping"))
                .list();
    }

    static Person person(PersonId id) {
        return one.getBean(People.class).find(id).orElseThrow();
    }

    static void hosted(Hosting.Hosted answer) {
        assertThat(answer).isInstanceOf(Hosting.Hosted.Done.class);
    }

    static Hosting.Hosted host(Person host, Person candidate, Instant at) {
        Bank bank = one.getBean(Banks.class).newestOfAll().getFirst();
        return one.getBean(Hosting.class)
                .host(
                        new Hosting.Plan(
                                new InterviewId(UUID.randomUUID()),
                                org.threeshift.core.interview.model.Kind.PEER,
                                bank.id(),
                                bank.rounds().getFirst().id(),
                                new Hosting.Candidate.Member(candidate.id()),
                                java.util.Set.of(),
                                Optional.of(at),
                                BERLIN),
                        host);
    }

    static Kept wrong(Field field, Refusal refusal) {
        return new Kept.Refused(Map.of(field, refusal));
    }

    Answered move(Booking booking, Person person, Instant start, String reason) {
        return here.move(booking.interview(), UUID.randomUUID(), person, start, LISBON, reason);
    }

    org.threeshift.core.interview.Outcome send(Booking booking, Command command) {
        return one.getBean(Hosting.class)
                .send(booking.interview(), new Sent(UUID.randomUUID(), new Command.By(coach.id(), now), command));
    }

    void join(Person person) {
        var cohort = ((org.threeshift.core.cohort.Outcome.Done)
                        one.getBean(Coaching.class).open(coach, "Autumn"))
                .cohort();
        one.getBean(Coaching.class).ask(coach, cohort, person.email().orElseThrow(), Membership.About.NOTHING);
        one.getBean(Cohorts.class)
                .join(
                        person,
                        cohort,
                        org.threeshift.core.cohort.Agreement.current().version());
    }

    static Appointments appointments() {
        return other.getBean(Appointments.class);
    }

    SessionKind kind() {
        return page.kinds().getFirst();
    }

    Wish wish(Instant start) {
        return new Wish(
                new InterviewId(UUID.randomUUID()),
                page.slug(),
                kind().id(),
                start,
                LISBON,
                List.of(" Head of growth ", ""));
    }

    void settings(Rules rules) {
        done(pages.change(
                coach, page.id(), new BookingPages.Settings(page.title(), page.slug(), "", Audience.PUBLIC, rules)));
        page = pages.find(page.id(), coach).orElseThrow();
    }

    /** Open, with one kind of session of an hour and two questions. */
    BookingPage page(Person owner, Audience audience) {
        said(owner);
        String slug = "coach-" + slug();
        BookingPageId id = done(pages.make(owner, "Coach", slug));
        done(pages.change(
                owner, id, new BookingPages.Settings("Coach", slug, "", audience, new Rules(0, 0, 0, 24, 28, 2, 30))));
        done(pages.offer(owner, id, new SessionKindId(UUID.randomUUID()), offer(60)));
        done(pages.open(owner, id));
        return pages.find(id, owner).orElseThrow();
    }

    static String slug() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    static BookingPages.Offer offer(int minutes) {
        Bank bank = one.getBean(Banks.class).newestOfAll().getFirst();
        return new BookingPages.Offer(
                "Mock interview",
                bank.id(),
                bank.rounds().getFirst().id(),
                minutes,
                "",
                "",
                List.of(new Question("Which job?", true), new Question("Anything else?", false)));
    }

    static void said(Person coach) {
        one.getBean(OpenHours.class).put(coach, Purpose.COACHING, hours());
    }

    /** Every day from nine to eight in the evening. */
    static WeeklyHours hours() {
        return new WeeklyHours(
                BERLIN,
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Window(day, LocalTime.of(9, 0), LocalTime.of(20, 0)))
                        .toList(),
                List.of());
    }

    static Span tuesday() {
        return Span.of(TUESDAY_NINE.minus(Duration.ofHours(1)), Duration.ofHours(13));
    }

    static Person person(Role role) {
        Outcome outcome =
                one.getBean(People.class).enrol("Somebody", UUID.randomUUID() + "@example.org", "Europe/Lisbon", role);
        return ((Outcome.Done) outcome).person();
    }

    static long interviewsOf(Person person) {
        return database.jdbcClient()
                .sql("select count(*) from participant where person_id = :person")
                .param("person", person.id().value())
                .query(Long.class)
                .single();
    }

    static Booking booked(Answered answer) {
        assertThat(answer).isInstanceOf(Answered.Done.class);
        return ((Answered.Done) answer).booking();
    }

    static BookingPageId done(Kept answer) {
        assertThat(answer).isInstanceOf(Kept.Done.class);
        return ((Kept.Done) answer).page();
    }

    static HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return pool;
    }

    static AnnotationConfigApplicationContext node(DataSource connections) {
        var node = new AnnotationConfigApplicationContext();
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(connections));
        node.registerBean(JdbcClient.class, () -> JdbcClient.create(connections));
        node.registerBean(TransactionOperations.class, () -> transactions);
        node.registerBean(InstantSource.class, () -> () -> now);
        node.registerBean(RandomGenerator.class, () -> new SecureRandom());
        node.registerBean(Ids.class);
        node.registerBean(Bell.class, LocalBell::new);
        node.registerBean(Mails.class, () -> _ -> {});
        node.registerBean(Notices.class, Told::new);
        node.registerBean("elsewhere", BusySource.class, () -> (_, _, _) -> Map.copyOf(ELSEWHERE));
        node.scan(
                "org.threeshift.core.appointment",
                "org.threeshift.core.availability",
                "org.threeshift.core.booking",
                "org.threeshift.core.cohort",
                "org.threeshift.core.interview",
                "org.threeshift.core.people",
                "org.threeshift.core.bank",
                "org.threeshift.core.relations",
                "org.threeshift.core.reliability",
                "org.threeshift.core.audit");
        node.refresh();
        return node;
    }

    static final class Told implements Notices {
        @Override
        public void post(Notice notice) {
            TOLD.add(notice);
        }

        @Override
        public void withdraw(String key) {
            TOLD.removeIf(notice -> notice.key().equals(key));
        }

        @Override
        public void withdraw(String beginning, Collection<PersonId> people) {
            TOLD.removeIf(notice -> notice.key().startsWith(beginning) && people.contains(notice.to()));
        }
    }
}
