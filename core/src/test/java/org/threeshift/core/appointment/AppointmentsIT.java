package org.threeshift.core.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.database.TestRows;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** Two nodes, each with connections of its own, on one database. */
class AppointmentsIT {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final InstantSource BEFORE = InstantSource.fixed(NOON.minus(Duration.ofDays(3)));

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final HikariDataSource othersPool = Nodes.pool(database);

    @AutoClose
    static final AnnotationConfigApplicationContext one = Nodes.node(database.dataSource(), BEFORE);

    @AutoClose
    static final AnnotationConfigApplicationContext other = Nodes.node(othersPool, BEFORE);

    private final Appointments here = one.getBean(Appointments.class);
    private final Appointments there = other.getBean(Appointments.class);
    private final PersonId coach = TestRows.person(database);
    private final PersonId ada = TestRows.person(database);

    @Test
    void of_many_who_want_one_hour_on_two_nodes_exactly_one_gets_it() throws Exception {
        List<PersonId> wanting = new ArrayList<>();
        List<Callable<Taking>> wishes = new ArrayList<>();
        for (int index = 0; index < 24; index++) {
            PersonId candidate = TestRows.person(database);
            wanting.add(candidate);
            Appointments node = index % 2 == 0 ? here : there;
            // Quarters of an hour apart, so that all overlap and no two are the same.
            Agreed when = at(NOON.plus(Duration.ofMinutes(5L * (index % 4))));
            wishes.add(() -> node.take(Set.of(coach, candidate), when, booking()));
        }
        List<Taking> answers = together(wishes);
        assertThat(answers.stream().filter(Taking.Taken.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.equals(new Taking.Busy(Set.of(coach)))))
                .hasSize(23);
        assertThat(rows(coach)).isOne();
        assertThat(wanting.stream().mapToLong(AppointmentsIT::rows).sum()).isOne();
    }

    @Test
    void two_who_want_each_others_time_do_not_wait_for_each_other() throws Exception {
        for (int round = 0; round < 10; round++) {
            Agreed when = at(NOON.plus(Duration.ofDays(round + 1)));
            List<Taking> answers = together(List.of(
                    () -> here.take(Set.of(coach, ada), when, booking()),
                    () -> there.take(Set.of(ada, coach), when, booking())));
            assertThat(answers.stream().filter(Taking.Taken.class::isInstance)).hasSize(1);
        }
    }

    /** The guard behind the guard: whoever writes past the service is refused by the table. */
    @Test
    void the_table_itself_lets_nobody_be_in_two_places() {
        taken(here.take(Set.of(coach), at(NOON), booking()));
        Appointment second = taken(here.take(Set.of(ada), at(NOON.plus(Duration.ofMinutes(59))), booking()));
        assertThatThrownBy(() -> database.jdbcClient()
                        .sql("""
                        insert into appointment_person (appointment_id, person_id, span)
                        select appointment_id, :coach, span from appointment_person where appointment_id = :second
                        """)
                        .param("coach", coach.value())
                        .param("second", second.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("appointment_person_is_in_one_place");
    }

    @Test
    void one_that_begins_as_another_ends_is_no_clash() {
        taken(here.take(Set.of(coach), at(NOON), booking()));
        taken(here.take(Set.of(coach), at(NOON.plus(Duration.ofHours(1))), booking()));
        taken(here.take(Set.of(coach), at(NOON.minus(Duration.ofHours(1))), booking()));
    }

    @Test
    void being_refused_takes_nothing_and_leaves_the_callers_transaction_whole() {
        taken(here.take(Set.of(coach), at(NOON), booking()));
        Taking answer = one.getBean(TransactionOperations.class).execute(status -> {
            assertThat(here.take(Set.of(coach, ada), at(NOON), booking())).isEqualTo(new Taking.Busy(Set.of(coach)));
            return here.take(Set.of(coach, ada), at(NOON.plus(Duration.ofHours(1))), booking());
        });
        assertThat(answer).isInstanceOf(Taking.Taken.class);
        assertThat(rows(ada)).isOne();
    }

    @Test
    void what_the_caller_takes_back_was_never_taken() {
        one.getBean(TransactionOperations.class).executeWithoutResult(status -> {
            taken(here.take(Set.of(coach), at(NOON), booking()));
            status.setRollbackOnly();
        });
        taken(there.take(Set.of(coach), at(NOON), booking()));
    }

    @Test
    void asking_again_for_the_same_is_answered_with_what_stands() {
        What what = booking();
        Appointment first = taken(here.take(Set.of(coach), at(NOON), what));
        assertThat(taken(there.take(Set.of(coach), at(NOON), what))).isEqualTo(first);
        assertThat(here.of(what)).contains(first);
    }

    @Test
    void it_moves_even_onto_a_part_of_itself_but_onto_nobody_elses_time() {
        Appointment mine = taken(here.take(Set.of(coach, ada), at(NOON), booking()));
        taken(here.take(Set.of(ada), at(NOON.plus(Duration.ofHours(2))), booking()));
        assertThat(there.move(mine.id(), at(NOON.plus(Duration.ofMinutes(30))))).isInstanceOf(Taking.Taken.class);
        assertThat(there.move(mine.id(), at(NOON.plus(Duration.ofMinutes(90)))))
                .isEqualTo(new Taking.Busy(Set.of(ada)));
        assertThat(here.of(mine.what()).orElseThrow().agreed()).isEqualTo(at(NOON.plus(Duration.ofMinutes(30))));
    }

    @Test
    void what_is_released_is_free_for_others() {
        Appointment mine = taken(here.take(Set.of(coach, ada), at(NOON), booking()));
        assertThat(here.release(mine.id())).isTrue();
        assertThat(here.release(mine.id())).isFalse();
        assertThat(here.move(mine.id(), at(NOON))).isEqualTo(new Taking.Gone());
        taken(there.take(Set.of(coach), at(NOON), booking()));
    }

    @Test
    void it_follows_its_interview_when_that_is_moved_and_called_off() {
        Scene scene = new Scene();
        assertThat(scene.move(new Command.MoveAsAgreed(NOON.plus(Duration.ofHours(5)), LISBON, "Train")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(here.of(scene.interview).orElseThrow().agreed()).isEqualTo(at(NOON.plus(Duration.ofHours(5))));
        assertThat(scene.send(new Command.Cancel("Ill"))).isInstanceOf(Outcome.Done.class);
        assertThat(here.of(scene.interview)).isEmpty();
    }

    @Test
    void an_interview_is_not_moved_onto_another_appointment_of_its_people() {
        Scene scene = new Scene();
        taken(there.take(Set.of(scene.candidate.id()), at(NOON.plus(Duration.ofHours(5))), booking()));
        var move = new Command.MoveAsAgreed(NOON.plus(Duration.ofHours(5)), LISBON, "Train");
        assertThat(scene.move(move)).isEqualTo(new Outcome.Refused(Refusal.of(Refusal.Code.SOMEBODY_BUSY, "Somebody")));
        assertThat(here.of(scene.interview).orElseThrow().agreed()).isEqualTo(at(NOON));
        // Nothing of the attempt is left, neither in the log nor in what this node remembers of it.
        assertThat(scene.move(new Command.MoveAsAgreed(NOON.plus(Duration.ofHours(7)), LISBON, "Train")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(database.jdbcClient()
                        .sql("select count(*) from interview_event where interview_id = :id")
                        .param("id", scene.interview.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    /** A coach-to-be and a candidate with an interview at noon. */
    private final class Scene {
        final Person host = member();
        final Person candidate = member();
        final InterviewId interview = new InterviewId(UUID.randomUUID());

        Scene() {
            var plan = new Hosting.Plan(
                    interview,
                    Kind.PEER,
                    bank(),
                    round(),
                    new Hosting.Candidate.Member(candidate.id()),
                    Set.of(),
                    Optional.of(NOON),
                    LISBON);
            one.getBean(TransactionOperations.class).executeWithoutResult(status -> {
                taken(here.take(Set.of(host.id(), candidate.id()), at(NOON), booking(), interview));
                assertThat(one.getBean(Hosting.class).host(plan, host)).isInstanceOf(Hosting.Hosted.Done.class);
            });
        }

        Outcome move(Command.MoveAsAgreed move) {
            var by = new Command.By(host.id(), one.getBean(InstantSource.class).instant());
            return one.getBean(Hosting.class).moveAsAgreed(interview, UUID.randomUUID(), by, move);
        }

        Outcome send(Command command) {
            var by = new Command.By(host.id(), one.getBean(InstantSource.class).instant());
            return one.getBean(Hosting.class).send(interview, new Sent(UUID.randomUUID(), by, command));
        }
    }

    private static Person member() {
        return one.getBean(People.class).enrol("Somebody", UUID.randomUUID() + "@example.org", "UTC", Role.MEMBER)
                        instanceof org.threeshift.core.people.Outcome.Done done
                ? done.person()
                : org.assertj.core.api.Assertions.fail("not enrolled");
    }

    private static String bank() {
        return one.getBean(Banks.class).newestOfAll().getFirst().id();
    }

    private static String round() {
        return one.getBean(Banks.class)
                .newestOfAll()
                .getFirst()
                .rounds()
                .getFirst()
                .id();
    }

    private static Agreed at(Instant start) {
        return Agreed.of(Span.of(start, Duration.ofHours(1)), LISBON);
    }

    private static What booking() {
        return new What(What.Kind.BOOKING, UUID.randomUUID());
    }

    private static Appointment taken(Taking answer) {
        assertThat(answer).isInstanceOf(Taking.Taken.class);
        return ((Taking.Taken) answer).appointment();
    }

    private static long rows(PersonId person) {
        return database.jdbcClient()
                .sql("select count(*) from appointment_person where person_id = :person")
                .param("person", person.value())
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
