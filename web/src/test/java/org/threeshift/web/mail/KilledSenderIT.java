package org.threeshift.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Outbox;
import org.threeshift.core.mail.Outboxes;
import org.threeshift.core.mail.Topic;

/**
 * A node is killed in the middle of sending mail, as a process of its own, and another goes on: nothing is lost, nothing is sent twice, and
 * what nobody can know is left to an admin.
 */
class KilledSenderIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-11-18T10:00:00Z");
    private final Outbox outbox = Outboxes.on(database.dataSource(), () -> now);

    @BeforeEach
    void nothingPosted() {
        database.jdbcClient().sql("delete from outbox").update();
    }

    /** All at once, each with a message of its own in hand. */
    @Test
    void what_killed_nodes_had_not_handed_over_is_sent_once_by_another_and_the_rest_is_never_sent_again()
            throws Exception {
        List<String> commands = List.of("RCPT", "DATA", ".");
        List<DoomedSender.Point> points =
                List.of(DoomedSender.Point.TAKEN, DoomedSender.Point.BEFORE_NOTED, DoomedSender.Point.NOTED);
        for (int message = 0; message < commands.size() + points.size(); message++) {
            post("event:" + message);
        }
        List<String> taken = new ArrayList<>();
        try (ExecutorService killers = Executors.newVirtualThreadPerTaskExecutor()) {
            var killed = new ArrayList<Future<List<String>>>();
            commands.forEach(command -> killed.add(killers.submit(() -> killedAt(command))));
            points.forEach(point -> killed.add(killers.submit(() -> killedAt(point))));
            for (Future<List<String>> one : killed) {
                taken.addAll(one.get());
            }
        }
        assertThat(in("SENDING")).hasSize(6);
        assertThat(taken).as("by the mail server, which could not say so").hasSize(1);

        try (var server = new ScriptedServer("NOTHING", "")) {
            now = now.plus(Outbox.LEASE).minusSeconds(1);
            round(server);
            assertThat(server.took()).as("while somebody may still be at it").isEmpty();
            now = now.plusSeconds(1);
            round(server);
            assertThat(server.took()).hasSize(4).doesNotContainAnyElementsOf(taken);
            assertThat(in("SENT")).as("under the same Message-ID").containsExactlyInAnyOrderElementsOf(server.took());

            now = now.plus(Outbox.IN_HAND_AT_MOST);
            round(server);
            now = now.plus(Duration.ofDays(1));
            round(server);
            assertThat(server.took()).hasSize(4);
        }
        assertThat(in("UNCERTAIN"))
                .as("what was taken, and what was about to leave, which nobody can tell apart")
                .hasSize(2)
                .containsAll(taken);
    }

    /** Not dead, only stopped for a while: by then another node has sent it. */
    @Test
    void a_node_that_comes_back_after_its_lease_does_not_send_what_another_sent() throws Exception {
        post("event");
        var there = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var server = new ScriptedServer("NOTHING", "")) {
            var carrier = new SmtpCarrier(SmtpCarrierTest.server(server.port()), "example.org");
            Postman slow = DoomedSender.postman(
                    outbox,
                    (envelope, handedOver) -> carrier.carry(envelope, () -> {
                        there.countDown();
                        try {
                            goOn.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return handedOver.getAsBoolean();
                    }),
                    () -> now);
            CompletableFuture<Void> round = CompletableFuture.runAsync(slow::round);
            assertThat(there.await(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();

            now = now.plus(Outbox.LEASE);
            try (var others = new ScriptedServer("NOTHING", "")) {
                round(others);
                assertThat(others.took()).containsExactlyElementsOf(in("SENT")).hasSize(1);
            }
            goOn.countDown();
            round.get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);

            assertThat(server.took()).isEmpty();
            assertThat(in("SENT")).hasSize(1);
        }
    }

    private void round(ScriptedServer server) {
        DoomedSender.postman(outbox, new SmtpCarrier(SmtpCarrierTest.server(server.port()), "example.org"), () -> now)
                .round();
    }

    /** @return what the mail server took all the same */
    private List<String> killedAt(String command) throws Exception {
        var born = new CompletableFuture<Process>();
        try (var server = new ScriptedServer(command, () -> {
            born.join().destroyForcibly().onExit().join();
            return ScriptedServer.CUT;
        })) {
            Process node = node(DoomedSender.Point.NOWHERE, server);
            born.complete(node);
            assertThat(node.waitFor(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(node.exitValue()).as("killed").isNotZero();
            long end = System.nanoTime() + LONG_ENOUGH.toNanos();
            while (command.equals(".") && server.took().isEmpty() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return server.took();
        }
    }

    private List<String> killedAt(DoomedSender.Point point) throws Exception {
        try (var server = new ScriptedServer("NOTHING", "")) {
            Process node = node(point, server);
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(said.lines().anyMatch(DoomedSender.HERE::equals))
                        .as("it came to %s", point)
                        .isTrue();
            } finally {
                node.destroyForcibly().onExit().join();
            }
            return server.took();
        }
    }

    private Process node(DoomedSender.Point point, ScriptedServer server) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedSender.class.getName()));
        command.addAll(List.of(
                database.url(),
                database.user(),
                database.password(),
                String.valueOf(server.port()),
                point.name(),
                now.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void post(String key) {
        Outboxes.mails(database.dataSource(), new Ids(() -> now, new SecureRandom()), () -> now)
                .post(new Mail(key, Topic.TRIAL, "ada@example.org", Optional.empty(), Map.of()));
    }

    /** The {@code Message-ID} of each message in that state, which is the same for every attempt. */
    private static List<String> in(String state) {
        return database.jdbcClient()
                .sql("select '<' || id || '@example.org>' from outbox where state = :state")
                .param("state", state)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
