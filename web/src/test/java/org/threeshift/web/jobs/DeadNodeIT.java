package org.threeshift.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;

/** A node dies with jobs in hand, without a word to anybody: others take them over, once, and not before it is dead. */
class DeadNodeIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    /** For starting threads on a busy machine. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void what_a_killed_node_had_in_hand_another_does_once() throws Exception {
        Process doomed = doomed();
        Jobs here = node();
        Jobs there = node();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(doomed.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(List.of(said.readLine(), said.readLine()))
                    .containsExactlyInAnyOrder(DoomedNode.ROUND, DoomedNode.ERRAND);
            here.start();
            there.start();
            rest(DoomedNode.QUICK.takenOverWithin());
            assertThat(done).as("while it lives, however long it takes").isEmpty();

            doomed.destroyForcibly().onExit().join();
            long died = System.nanoTime();
            while (done.size() < 2 && System.nanoTime() - died < SLACK.toNanos() * 4) {
                LockSupport.parkNanos(10_000_000);
            }
            assertThat(done).containsExactlyInAnyOrder(DoomedNode.ROUND, DoomedNode.THING);
            assertThat(Duration.ofNanos(System.nanoTime() - died))
                    .isLessThan(DoomedNode.QUICK.takenOverWithin().plus(SLACK));
            rest(DoomedNode.QUICK.heartbeat().multipliedBy(4));
            assertThat(done).as("and nobody does it again").hasSize(2);
        } finally {
            doomed.destroyForcibly();
            here.stop();
            there.stop();
        }
    }

    /** As the decision record and the page for operators say. */
    @Test
    void real_nodes_are_as_quick_as_promised() {
        assertThat(Jobs.PACE.takenOverWithin()).isLessThanOrEqualTo(Duration.ofMinutes(2));
    }

    private Jobs node() {
        return DoomedNode.node(database.dataSource(), () -> done.add(DoomedNode.ROUND), done::add);
    }

    private static Process doomed() throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedNode.class.getName(),
                        database.url(),
                        database.user(),
                        database.password())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
