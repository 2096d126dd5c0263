package org.threeshift.web.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Season;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.scorecard.Rehearsal;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Registration;
import org.threeshift.core.settings.Settings;
import org.threeshift.web.ThreeshiftApplication;

/**
 * People, interviews and sessions for a measurement, made through the services by a second node on the product's database.
 * What is measured goes to the product itself.
 */
final class Scenery implements AutoCloseable {
    private static final String BANK = "marketing-manager";
    static final String ROUND = "the-seven";

    private final ConfigurableApplicationContext node;

    private Scenery(ConfigurableApplicationContext node) {
        this.node = node;
    }

    static Scenery on(Product product) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1"));
        product.database().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new Scenery(SpringApplication.run(ThreeshiftApplication.class, arguments.toArray(String[]::new)));
    }

    /** An interview under way, with the first question on the table. The cookies are those of signed-in browsers. */
    record Live(
            InterviewId interview, Person interviewer, Person candidate, String hostCookie, String candidateCookie) {}

    /** A published scorecard and its candidate's cookie. */
    record Closed(InterviewId interview, String cookie) {}

    List<Live> live(int count) {
        return IntStream.range(0, count).mapToObj(_ -> live()).toList();
    }

    Live live() {
        Person host = person(Role.COACH);
        Person candidate = person(Role.MEMBER);
        var plan = new Hosting.Plan(
                new InterviewId(bean(Ids.class).next()),
                Kind.COACH_LED,
                BANK,
                ROUND,
                new Hosting.Candidate.Member(candidate.id()),
                Set.of(),
                Optional.empty(),
                ZoneId.of("Europe/Berlin"));
        if (bean(Hosting.class).host(plan, host) instanceof Hosting.Hosted.Refused(var refusal)) {
            throw new IllegalStateException(refusal.sentence());
        }
        InterviewId id = plan.interview();
        send(id, candidate, new Command.Join(Seat.CANDIDATE));
        send(id, host, new Command.Join(Seat.INTERVIEWER));
        send(id, host, new Command.Start());
        send(id, host, new Command.Pose(firstQuestion()));
        return new Live(id, host, candidate, cookie(host), cookie(candidate));
    }

    String firstQuestion() {
        return bean(Banks.class)
                .newest(BANK)
                .orElseThrow()
                .round(ROUND)
                .orElseThrow()
                .questions()
                .getFirst();
    }

    /** A cohort whose candidates were interviewed by panels of two, over and over. */
    List<Closed> cohort(int candidates, int interviewsEach) {
        Person coach = person(Role.COACH);
        Person second = person(Role.COACH);
        var rehearsal = new Rehearsal(
                bean(Hosting.class),
                bean(Interviews.class),
                bean(Banks.class),
                Instant.now().minus(Duration.ofDays(20L * candidates * interviewsEach + 60)),
                42);
        var closed = new ArrayList<Closed>();
        var members = new ArrayList<Person>();
        for (int number = 0; number < candidates; number++) {
            Person candidate = person(Role.MEMBER);
            members.add(candidate);
            String cookie = cookie(candidate);
            for (int interview = 0; interview < interviewsEach; interview++) {
                closed.add(new Closed(rehearsal.published(coach, List.of(second), candidate, ROUND), cookie));
            }
        }
        Season.of(bean(Coaching.class), bean(Cohorts.class), coach, "Measured", members.toArray(Person[]::new));
        return List.copyOf(closed);
    }

    /**
     * A cohort of many with the interviews of one, and its coach's cookie.
     *
     * @param candidate the one whose interviews were played, whose logs are there
     */
    record Large(CohortId cohort, String coachCookie, PersonId candidate, Closed scorecard, Crowd crowd) {}

    Large largeCohort(int candidates, int interviewsEach) {
        List<Closed> templates = cohort(1, interviewsEach);
        var crowd = new Crowd(
                JdbcClient.create(database()),
                templates.stream().map(Closed::interview).toList());
        Person coach = person(Role.COACH);
        Person[] others = IntStream.range(1, candidates)
                .mapToObj(_ -> person(Role.MEMBER))
                .toArray(Person[]::new);
        crowd.give(Arrays.stream(others).map(Person::id).toList());
        Person played = bean(People.class).find(crowd.candidate()).orElseThrow();
        Person[] members =
                Stream.concat(Stream.of(played), Arrays.stream(others)).toArray(Person[]::new);
        CohortId cohort = Season.of(bean(Coaching.class), bean(Cohorts.class), coach, "Large", members);
        return new Large(cohort, cookie(coach), played.id(), templates.getLast(), crowd);
    }

    Outcome.Done send(InterviewId interview, Person by, Command command) {
        return switch (bean(Interviews.class)
                .send(interview, new Sent(bean(Ids.class).next(), new Command.By(by.id(), Instant.now()), command))) {
            case Outcome.Done done -> done;
            case Outcome.Refused(var refusal) -> throw new IllegalStateException(refusal.sentence());
        };
    }

    /** How many events there are in all interviews. */
    long events() {
        return JdbcClient.create(database())
                .sql("select count(*) from interview_event")
                .query(Long.class)
                .single();
    }

    /** The number of an interview's last event. */
    long lastEvent(InterviewId interview) {
        return JdbcClient.create(database())
                .sql("select max(seq) from interview_event where interview_id = :interview")
                .param("interview", interview.value())
                .query(Long.class)
                .single();
    }

    DataSource database() {
        return bean(DataSource.class);
    }

    /** Opens the installation to everybody. @return the addresses of so many accounts, all of one password */
    List<String> residents(int accounts) {
        Installation before = bean(Settings.class).current();
        bean(Settings.class)
                .change(
                        person(Role.ADMIN),
                        new Installation(
                                Registration.OPEN,
                                before.secondFactorForStaff(),
                                before.coachNotesInExports(),
                                before.guestDays(),
                                before.mailDays(),
                                before.shareDays()));
        String hash = bean(People.class).hash("the words of a resident");
        return IntStream.range(0, accounts)
                .mapToObj(number -> {
                    String email = bean(Ids.class).next() + "@example.org";
                    bean(People.class).admit("Robin Sample", email, hash, ZoneId.of("UTC"), Role.MEMBER);
                    return email;
                })
                .toList();
    }

    private Person person(Role role) {
        String email = bean(Ids.class).next() + "@example.org";
        return switch (bean(People.class).enrol("Robin Sample", email, "Europe/Berlin", role)) {
            case org.threeshift.core.people.Outcome.Done(var person) -> person;
            case org.threeshift.core.people.Outcome.Refused(var problems) ->
                throw new IllegalStateException(problems.toString());
        };
    }

    private String cookie(Person person) {
        String session = session(bean(JdbcIndexedSessionRepository.class), person);
        return "THREESHIFT=" + Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8));
    }

    private static <S extends Session> String session(SessionRepository<S> repository, Person person) {
        S session = repository.createSession();
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                person.id().toString());
        repository.save(session);
        return session.getId();
    }

    private <T> T bean(Class<T> type) {
        return node.getBean(type);
    }

    @Override
    public void close() {
        node.close();
    }
}
