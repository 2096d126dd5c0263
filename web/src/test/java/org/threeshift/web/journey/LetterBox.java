package org.threeshift.web.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Everybody's mail: the outbox of an installation without a mail server. */
final class LetterBox {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JdbcClient database;

    private LetterBox(JdbcClient database) {
        this.database = database;
    }

    /** @param data the folder of the installation's PostgreSQL */
    static LetterBox in(Path data) {
        try {
            String port =
                    Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip();
            String password =
                    Files.readString(data.resolve("threeshift.password")).strip();
            return new LetterBox(JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:" + port + "/threeshift", "threeshift", password)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path that the latest message of a topic to an address links to, as soon as there is one. */
    String link(String email, String topic) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<String> link = latest(email, topic);
            if (link.isPresent()) {
                return link.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("no message about " + topic + " to " + email);
            }
            pause();
        }
    }

    /**
     * What a message carries for the calendar of an address, as soon as there is one.
     *
     * @param method REQUEST or CANCEL
     */
    String invitation(String email, String interview, String method) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<String> calendar = calendar(email, interview, method);
            if (calendar.isPresent()) {
                return calendar.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + method + " of " + interview + " to " + email);
            }
            pause();
        }
    }

    /** As if all interviews that were planned by hand had ended. */
    void nobodyIsBusy() {
        database.sql("delete from appointment where kind = 'INTERVIEW'").update();
    }

    /** A job is due now. */
    void hurry(String job) {
        database.sql("update scheduled_tasks set execution_time = now() where task_name = :job and not picked")
                .param("job", job)
                .update();
    }

    private Optional<String> calendar(String email, String interview, String method) {
        return database.sql("""
                select calendar
                  from outbox
                 where address = :email
                   and calendar like '%UID:' || :interview || '%'
                   and calendar like '%METHOD:' || :method || '%'
                 order by posted_at desc
                 limit 1
                """)
                .param("email", email)
                .param("interview", interview)
                .param("method", method)
                .query(String.class)
                .optional();
    }

    /** Who may register, as the settings have it a few seconds later. */
    void registration(String mode) {
        database.sql("update installation set registration = :mode")
                .param("mode", mode)
                .update();
    }

    private Optional<String> latest(String email, String topic) {
        return database.sql("""
                select filled ->> 'link'
                  from outbox
                 where address = :email
                   and topic = :topic
                 order by posted_at desc
                 limit 1
                """)
                .param("email", email)
                .param("topic", topic)
                .query(String.class)
                .optional();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
