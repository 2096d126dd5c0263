package org.threeshift.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.web.jobs.Recurring.Pausing;

class JobsIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private final AtomicInteger rounds = new AtomicInteger();
    private final List<String> errands = new CopyOnWriteArrayList<>();
    private final Jobs here = node();
    private final Jobs there = node();
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));

    @BeforeEach
    void start() {
        database.jdbcClient().sql("delete from scheduled_tasks").update();
        here.start();
        there.start();
    }

    @AfterEach
    void stop() {
        here.stop();
        there.stop();
    }

    @Test
    void a_recurring_job_is_done_once_on_whichever_node_and_again_when_somebody_asks() {
        await(() -> rounds.get() == 1 && isDone("round"));
        here.soon("round");
        await(() -> rounds.get() == 2 && isDone("round"));
        there.soon("round");
        await(() -> rounds.get() == 3 && isDone("round"));
        assertThat(here.states()).singleElement().satisfies(state -> {
            assertThat(state.name()).isEqualTo("round");
            assertThat(state.failures()).isZero();
        });
    }

    @Test
    void an_errand_belongs_to_the_transaction_that_asks_for_it_and_is_done_once() {
        transactions.executeWithoutResult(transaction -> {
            here.later("errand", "rolled-back", Instant.now());
            transaction.setRollbackOnly();
        });
        transactions.executeWithoutResult(transaction -> {
            here.later("errand", "kept", Instant.now());
            here.later("errand", "kept", Instant.now());
        });
        await(() -> errands.contains("kept"));
        here.stop();
        there.stop();
        assertThat(errands).containsExactly("kept");
    }

    @Test
    void a_node_that_ends_does_nothing_more() {
        await(() -> rounds.get() == 1 && isDone("round"));
        here.stop();
        there.stop();
        here.soon("round");
        assertThat(here.isRunning()).isFalse();
        assertThat(rounds).hasValue(1);
    }

    private boolean isDone(String job) {
        return here.states().stream()
                .anyMatch(state -> state.name().equals(job)
                        && state.running().isEmpty()
                        && state.lastSuccess().isPresent());
    }

    private Jobs node() {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton(
                "round", new Recurring("round", new Pausing(Duration.ofHours(1)), rounds::incrementAndGet));
        beans.registerSingleton("errand", new Errand("errand", errands::add));
        return new Jobs(
                database.dataSource(),
                beans.getBeanProvider(Recurring.class),
                beans.getBeanProvider(Errand.class),
                failure -> false,
                InstantSource.system());
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(15);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited long enough").isBefore(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
