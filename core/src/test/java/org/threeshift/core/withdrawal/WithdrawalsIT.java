package org.threeshift.core.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.Taking;
import org.threeshift.core.appointment.What;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewDates;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.reliability.Commitments;
import org.threeshift.core.reliability.Keeping;

/** A candidate says that they cannot come. */
class WithdrawalsIT {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant START = Instant.parse("2027-03-02T12:00:00Z");

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

    private static Instant now = START;

    private final Withdrawals withdrawals = bean(Withdrawals.class);
    private final Person host = person(Role.COACH);
    private final Person candidate = person(Role.MEMBER);

    @BeforeAll
    static void start() {
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(
                TransactionOperations.class,
                () -> new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
        application.registerBean(InstantSource.class, () -> () -> now);
        application.registerBean(java.util.random.RandomGenerator.class, () -> new Random(3));
        application.registerBean(Ids.class);
        application.registerBean(Bell.class, LocalBell::new);
        application.registerBean(Mails.class, () -> _ -> {});
        application.scan(
                "org.threeshift.core.audit",
                "org.threeshift.core.people",
                "org.threeshift.core.cohort",
                "org.threeshift.core.bank",
                "org.threeshift.core.interview",
                "org.threeshift.core.appointment",
                "org.threeshift.core.reliability",
                "org.threeshift.core.withdrawal");
        application.refresh();
    }

    @Test
    void a_candidate_who_cannot_come_calls_it_off_with_a_reason_and_early_costs_nothing() {
        InterviewId interview = hosted();
        now = START.minus(Duration.ofDays(2));
        assertThat(refused(withdraw(interview, candidate, " "))).isEqualTo(Code.REASON_MISSING);
        assertThat(withdrawals.open(interview, candidate)).isTrue();
        assertThat(withdraw(interview, candidate, "A funeral")).isInstanceOf(Outcome.Done.class);
        assertThat(bean(InterviewDates.class).of(interview).orElseThrow().calledOff())
                .isTrue();
        assertThat(bean(Commitments.class).of(candidate.id()).last()).isEmpty();
        assertThat(withdrawals.open(interview, candidate)).isFalse();
    }

    @Test
    void late_is_late_for_whoever_did_it_and_for_nobody_else() {
        InterviewId interview = hosted();
        now = START.minus(Duration.ofHours(3));
        assertThat(withdraw(interview, candidate, "Ill")).isInstanceOf(Outcome.Done.class);
        now = START.plus(Duration.ofHours(5));
        bean(Commitments.class).settle();
        assertThat(bean(Commitments.class).of(candidate.id()).last())
                .extracting(commitment -> commitment.keeping())
                .containsExactly(Keeping.LATE);
        assertThat(bean(Commitments.class).of(host.id()).last()).isEmpty();
    }

    @Test
    void nobody_else_says_so_and_nobody_once_the_hour_has_come() {
        InterviewId interview = hosted();
        now = START.minus(Duration.ofDays(2));
        assertThat(refused(withdraw(interview, host, "Ill"))).isEqualTo(Code.ONLY_CANDIDATE);
        assertThat(refused(withdraw(interview, person(Role.MEMBER), "Ill"))).isEqualTo(Code.NOT_FOUND);
        now = START;
        assertThat(refused(withdraw(interview, candidate, "Ill"))).isEqualTo(Code.HOUR_HAS_COME);
        assertThat(bean(Commitments.class).of(candidate.id()).last()).isEmpty();
    }

    @Test
    void what_two_agreed_on_is_called_off_by_the_rules_of_that() {
        Hosting.Plan plan = planned();
        InterviewId interview = plan.interview();
        Agreed agreed = Agreed.of(Span.of(START, Duration.ofHours(1)), UTC);
        var pair = new What(What.Kind.PAIR, UUID.randomUUID());
        assertThat(bean(Appointments.class).take(Set.of(host.id(), candidate.id()), agreed, pair, interview))
                .isInstanceOf(Taking.Taken.class);
        assertThat(bean(Hosting.class).host(plan, host)).isInstanceOf(Hosting.Hosted.Done.class);
        now = START.minus(Duration.ofDays(2));
        assertThat(refused(withdraw(interview, candidate, "Ill"))).isEqualTo(Code.HOUR_OF_PAIR);
    }

    private InterviewId hosted() {
        Hosting.Plan plan = planned();
        assertThat(bean(Hosting.class).host(plan, host)).isInstanceOf(Hosting.Hosted.Done.class);
        return plan.interview();
    }

    private Hosting.Plan planned() {
        now = START.minus(Duration.ofDays(3));
        return new Hosting.Plan(
                new InterviewId(UUID.randomUUID()),
                Kind.COACH_LED,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.Member(candidate.id()),
                Set.of(),
                Optional.of(START),
                UTC);
    }

    private Outcome withdraw(InterviewId interview, Person person, String reason) {
        return withdrawals.withdraw(interview, UUID.randomUUID(), person, reason);
    }

    private static Code refused(Outcome outcome) {
        return outcome instanceof Outcome.Refused(Refusal refusal)
                ? refusal.code()
                : org.assertj.core.api.Assertions.fail("done");
    }

    private static Person person(Role role) {
        return bean(People.class).enrol("Somebody", UUID.randomUUID() + "@example.org", "UTC", role)
                        instanceof org.threeshift.core.people.Outcome.Done done
                ? done.person()
                : org.assertj.core.api.Assertions.fail("not enrolled");
    }

    private static <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
