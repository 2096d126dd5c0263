package org.threeshift.core.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.outage.Deadlock;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.relations.Relations;

/** Blocks, and what happens to evenings at the same moment. */
class EveningBlocksIT extends EveningNode {
    @Test
    void a_block_parts_two_who_were_to_meet_and_keeps_what_is_on() {
        List<Person> members = members(4);
        EveningId id = published(members, 3, 2);
        now = START.plusSeconds(60);
        begin(view(id, coach).of(1).getFirst());
        Sitting running = view(id, coach).of(1).getLast();
        Sitting ahead = view(id, coach).of(3).getFirst();
        for (Sitting one : List.of(running, ahead)) {
            PersonId by = one.meeting().first();
            PersonId other = one.meeting().second();
            database.jdbcClient()
                    .sql("insert into person_block (person_id, other_id, at) values (?, ?, now())")
                    .params(by.value(), other.value())
                    .update();
            upkeep().blocked(by, other);
        }
        assertThat(view(id, coach).of(1)).extracting(Sitting::interview).contains(running.interview());
        assertThat(view(id, coach).sittings())
                .filteredOn(one -> one.meeting().slot() > 1)
                .isNotEmpty()
                .noneMatch(one -> one.meeting().has(ahead.meeting().first())
                        && one.meeting().has(ahead.meeting().second()));
        assertThat(node.getBean(Appointments.class).of(ahead.interview())).isEmpty();
    }

    @Test
    void a_block_and_something_else_that_wait_for_each_other_both_happen() throws Exception {
        List<Person> members = members(4);
        EveningId one = published(members, 2, 2);
        now = START.plusSeconds(60);
        Sitting running = view(one, coach).of(1).getFirst();
        begin(running);
        PersonId stranger = person(Role.MEMBER).id();
        Person by = node.getBean(People.class).find(running.meeting().first()).orElseThrow();
        var eveningIsHeld = new CountDownLatch(1);
        var strangerIsHeld = new CountDownLatch(1);
        atTheBlock = () -> {
            await(eveningIsHeld);
            hold(stranger);
            strangerIsHeld.countDown();
        };
        var transactions = node.getBean(TransactionOperations.class);
        try (ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
            Future<Boolean> other = elsewhere.submit(() -> Deadlock.again(() -> {
                transactions.executeWithoutResult(_ -> {
                    node.getBean(PostgresEvenings.class).lock(one);
                    eveningIsHeld.countDown();
                    await(strangerIsHeld);
                    untilSomebodyWaits();
                    hold(stranger);
                });
                return true;
            }));
            assertThat(node.getBean(Relations.class).block(by, running.meeting().second()))
                    .isTrue();
            assertThat(other.get(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            atTheBlock = () -> {};
        }
        assertThat(node.getBean(Relations.class)
                        .blocked(by.id(), running.meeting().second()))
                .isTrue();
    }

    private static void hold(PersonId person) {
        node.getBean(JdbcClient.class)
                .sql("select id from person where id = ? for no key update")
                .param(person.value())
                .query((_, _) -> true)
                .list();
    }

    /** PostgreSQL gives up whoever has waited long enough first. */
    private static void untilSomebodyWaits() {
        boolean waits = false;
        long began = System.nanoTime();
        while (!waits && System.nanoTime() - began < TimeUnit.SECONDS.toNanos(20)) {
            waits = database.jdbcClient().sql("""
                            select exists (select
                                             from pg_stat_activity
                                            where datname = current_database()
                                              and wait_event_type = 'Lock')
                            """).query(Boolean.class).single();
        }
        assertThat(waits).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void evenings_at_the_same_moment_their_answers_and_a_block_do_not_keep_each_other_from_happening()
            throws Exception {
        List<Person> members = members(6);
        EveningId one = published(members, 2, 2);
        now = START.plusSeconds(60);
        Sitting running = view(one, coach).of(1).getFirst();
        begin(running);
        now = MONDAY;
        EveningId two = planned(members, 2, 3, 5);
        Person by = node.getBean(People.class).find(running.meeting().first()).orElseThrow();
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            for (Person member : members) {
                boolean comes = round % 2 == 1;
                all.add(() -> evenings().answer(member, two, comes) instanceof EveningAnswer.Done);
                all.add(() -> evenings().answer(member, one, comes) instanceof EveningAnswer.Done);
            }
            boolean block = round % 2 == 0;
            PersonId whom = running.meeting().second();
            all.add(() -> block
                    ? node.getBean(Relations.class).block(by, whom)
                    : node.getBean(Relations.class).unblock(by, whom));
        }
        Collections.shuffle(all, new Random(5));
        try (ExecutorService people = Executors.newFixedThreadPool(6)) {
            for (Future<Boolean> answer : people.invokeAll(all)) {
                assertThat(answer.get()).isTrue();
            }
        }
    }
}
