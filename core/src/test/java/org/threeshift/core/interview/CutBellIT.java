package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Sources;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.PersonId;

/** Somebody follows an interview from another node by its sequence numbers, while the bells' connections are cut. */
class CutBellIT {
    private static final int NOTES = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final AnnotationConfigApplicationContext here = node();

    @AutoClose
    private final AnnotationConfigApplicationContext there = node();

    private final InterviewLog log = new PostgresInterviewLog(database.jdbcClient());
    private final Interviews interviews = new Interviews(log, here.getBean(Bell.class));
    private final InterviewId id = new InterviewId(UUID.randomUUID());
    private final List<Recorded> followed = new CopyOnWriteArrayList<>();

    @Test
    void whoever_follows_by_number_has_everything_in_order_although_the_line_was_cut_again_and_again()
            throws InterruptedException {
        PersonId host = new StoredRows(database.jdbcClient()).somebody();
        try (var _ = there.getBean(Bell.class).listen(id.value(), this::catchUp)) {
            send(
                    host,
                    new Command.Schedule(
                            Kind.PEER,
                            Set.of(host),
                            Optional.empty(),
                            "Ada",
                            Scene.AGENDA,
                            Scene.NOW,
                            ZoneId.of("UTC")));
            send(host, new Command.Start());
            send(host, new Command.Pose("hire"));
            int cut = 0;
            for (int note = 0; note < NOTES; note++) {
                if (note % 10 == 9) {
                    // Also before the very last one, for which no later ring makes up.
                    cut += cutBells();
                }
                send(host, new Command.NoteEvidence(new EvidenceId(UUID.randomUUID()), "hire", "note " + note));
            }
            assertThat(cut).as("connections that were cut").isPositive();
            awaitLast();
        }
        assertThat(followed)
                .extracting(Recorded::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 3 + NOTES).boxed().toList());
        assertThat(followed).isEqualTo(log.read(id, 0));
    }

    /** As every listener does: from the last number that it has seen. */
    private void catchUp() {
        followed.addAll(log.read(id, followed.size()));
    }

    private void awaitLast() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (followed.size() < 3 + NOTES) {
            assertThat(Instant.now()).as("%d events arrived", followed.size()).isBefore(end);
            Thread.sleep(5);
        }
    }

    private void send(PersonId actor, Command command) {
        assertThat(interviews.send(id, new Sent(UUID.randomUUID(), new By(actor, Scene.NOW), command)))
                .isInstanceOf(Outcome.Done.class);
    }

    private static int cutBells() {
        return database.jdbcClient().sql("""
                        select pg_terminate_backend(pid)
                          from pg_stat_activity
                         where datname = current_database()
                           and application_name like 'threeshift bell %'
                        """).query(Boolean.class).list().size();
    }

    private static AnnotationConfigApplicationContext node() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcConnectionDetails.class, CutBellIT::details);
        context.register(Sources.class, Ids.class);
        context.scan("org.threeshift.core.live");
        context.refresh();
        return context;
    }

    private static JdbcConnectionDetails details() {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }
        };
    }
}
