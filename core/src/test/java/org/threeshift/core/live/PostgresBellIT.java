package org.threeshift.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Sources;

class PostgresBellIT extends BellContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private static final PostgresBell HERE = new PostgresBell(line(), UUID.randomUUID());
    private static final PostgresBell THERE = new PostgresBell(line(), UUID.randomUUID());

    private final UUID topic = UUID.randomUUID();

    @BeforeAll
    static void start() {
        HERE.start();
        THERE.start();
    }

    /** An ear that has just connected wakes everybody: let that be over before anything is counted. */
    @BeforeEach
    void bothHear() {
        hears(HERE, THERE);
        hears(THERE, HERE);
    }

    private static void hears(Bell one, Bell other) {
        UUID probe = UUID.randomUUID();
        AtomicInteger heard = new AtomicInteger();
        try (var _ = one.listen(probe, heard::incrementAndGet)) {
            other.ring(probe);
            await(() -> heard.get() > 0);
        }
    }

    @AfterAll
    static void stop() {
        HERE.stop();
        THERE.stop();
    }

    @Override
    Bell bell() {
        return HERE;
    }

    @Test
    void a_ring_is_heard_on_the_other_node_and_only_once_on_its_own() {
        AtomicInteger here = new AtomicInteger();
        AtomicInteger there = new AtomicInteger();
        try (var _ = HERE.listen(topic, here::incrementAndGet);
                var _ = THERE.listen(topic, there::incrementAndGet)) {
            HERE.ring(topic);
            await(() -> there.get() == 1);
            // Whatever this node would hear of its own ring comes before the ring that answers it.
            UUID answer = UUID.randomUUID();
            AtomicInteger answered = new AtomicInteger();
            try (var _ = HERE.listen(answer, answered::incrementAndGet)) {
                THERE.ring(answer);
                await(() -> answered.get() == 1);
            }
            assertThat(here).hasValue(1);
        }
    }

    @Test
    void rings_of_one_moment_travel_as_few() {
        AtomicInteger there = new AtomicInteger();
        AtomicInteger rung = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        try (var _ = THERE.listen(topic, () -> {
            there.incrementAndGet();
            seen.set(rung.get());
        })) {
            for (int time = 0; time < 10_000; time++) {
                rung.incrementAndGet();
                HERE.ring(topic);
            }
            await(() -> seen.get() == 10_000);
            assertThat(there.get()).isLessThan(1_000);
        }
    }

    @Test
    void a_ring_while_the_ear_is_cut_off_is_made_up_for() {
        AtomicInteger there = new AtomicInteger();
        try (var _ = THERE.listen(topic, there::incrementAndGet)) {
            assertThat(cut(PostgresEar.NAME)).isEqualTo(2);
            HERE.ring(topic);
            await(() -> there.get() >= 1);
            await(() -> connections(PostgresEar.NAME) == 2);
        }
    }

    @Test
    void nothing_is_lost_while_ears_and_ringers_are_cut_again_and_again() throws InterruptedException {
        AtomicInteger grown = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        try (var _ = THERE.listen(topic, () -> seen.set(grown.get()))) {
            for (int time = 1; time <= 200; time++) {
                grown.set(time);
                HERE.ring(topic);
                if (time % 20 == 0) {
                    cut(time % 40 == 0 ? PostgresEar.NAME : PostgresRinger.NAME);
                }
                Thread.sleep(1);
            }
            await(() -> seen.get() == 200);
        }
    }

    @Test
    void what_somebody_else_says_on_the_channel_is_passed_over() {
        AtomicInteger there = new AtomicInteger();
        try (var _ = THERE.listen(topic, there::incrementAndGet)) {
            database.jdbcClient()
                    .sql("select pg_notify('threeshift_bell', 'hello')")
                    .query()
                    .listOfRows();
            HERE.ring(topic);
            await(() -> there.get() == 1);
        }
    }

    @Test
    void a_context_starts_the_bell_and_takes_its_connections_along() {
        try (TestDatabase own = TestDatabase.unmigrated()) {
            try (var context = new AnnotationConfigApplicationContext()) {
                context.registerBean(JdbcConnectionDetails.class, () -> details(own));
                context.register(Sources.class, Ids.class, PostgresBell.class);
                context.refresh();
                context.getBean(Bell.class).ring(topic);
                await(() -> connections(own, PostgresEar.NAME) == 1 && connections(own, PostgresRinger.NAME) == 1);
            }
            await(() -> connections(own, PostgresEar.NAME) == 0 && connections(own, PostgresRinger.NAME) == 0);
        }
    }

    private static PostgresLine line() {
        return new PostgresLine(database.url(), database.user(), database.password());
    }

    private static int connections(String name) {
        return connections(database, name);
    }

    private static int connections(TestDatabase database, String name) {
        return database.jdbcClient()
                .sql("""
                        select count(*)
                          from pg_stat_activity
                         where datname = current_database()
                           and application_name = :name
                        """)
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private static int cut(String name) {
        return database.jdbcClient()
                .sql("""
                        select pg_terminate_backend(pid)
                          from pg_stat_activity
                         where datname = current_database()
                           and application_name = :name
                        """)
                .param("name", name)
                .query(Boolean.class)
                .list()
                .size();
    }

    private static JdbcConnectionDetails details(TestDatabase own) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return own.url();
            }

            @Override
            public String getUsername() {
                return own.user();
            }

            @Override
            public String getPassword() {
                return own.password();
            }
        };
    }
}
