package org.threeshift.web.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/**
 * Durable events a second: levels through the service, the same append sent straight to the database, and the event's row alone
 * by a bare insert. In turn, so that what else the machine does meets all three.
 */
final class Appends {
    private static final Duration LENGTH = Duration.ofSeconds(3);
    private static final int ROUNDS = 3;
    /** As many as an hour's interview has; then the writer goes on with another one. */
    private static final int EVENTS_OF_ONE = 300;

    private static final int INTERVIEWS_OF_ONE = 20;
    private static final String APPEND = "select append_to_interview(?, ?, cast(? as jsonb), cast(? as jsonb))";
    private static final String INSERT = """
            insert into bench_event (interview_id, seq, event_id, type, version, actor, at, payload)
            values (?, ?, ?, 'rated', 1, ?, ?, cast(? as jsonb))
            """;

    private final Scenery scenery;
    private final DataSource database;
    private final String question;

    Appends(Scenery scenery) {
        this.scenery = scenery;
        this.database = scenery.database();
        this.question = scenery.firstQuestion();
    }

    /** Events a second, the median of the rounds. */
    record Rates(double bare, double append, double service) {}

    /** @param writers at once, each on interviews of its own */
    Rates measure(int writers) {
        List<List<Scenery.Live>> served = interviews(writers);
        List<List<Scenery.Live>> appended = interviews(writers);
        long[][] last = new long[writers][INTERVIEWS_OF_ONE];
        for (int writer = 0; writer < writers; writer++) {
            for (int number = 0; number < INTERVIEWS_OF_ONE; number++) {
                last[writer][number] =
                        scenery.lastEvent(appended.get(writer).get(number).interview());
            }
        }
        long[] written = new long[writers];
        double[] bare = new double[ROUNDS + 1];
        double[] append = new double[ROUNDS + 1];
        double[] service = new double[ROUNDS + 1];
        makeTable();
        for (int round = 0; round <= ROUNDS; round++) {
            bare[round] = rate(writers, writer -> insert(writer, ++written[writer]));
            append[round] = rate(writers, writer -> {
                int number = interviewOf(written[writer]++);
                append(appended.get(writer).get(number), ++last[writer][number]);
            });
            service[round] = rate(
                    writers, writer -> serve(served.get(writer).get(interviewOf(written[writer]++)), written[writer]));
        }
        return new Rates(median(bare), median(append), median(service));
    }

    private List<List<Scenery.Live>> interviews(int writers) {
        return java.util.stream.IntStream.range(0, writers)
                .mapToObj(_ -> scenery.live(INTERVIEWS_OF_ONE))
                .toList();
    }

    private static int interviewOf(long written) {
        return (int) (written / EVENTS_OF_ONE % INTERVIEWS_OF_ONE);
    }

    private void serve(Scenery.Live live, long number) {
        Level level = number % 2 == 0 ? Level.TWO : Level.FOUR;
        scenery.send(live.interview(), live.interviewer(), new Command.Rate(question, Shift.STRATEGY, level));
    }

    private void append(Scenery.Live live, long seq) {
        String level = seq % 2 == 0 ? "TWO" : "FOUR";
        String event = """
                [{"seq":%d,"event_id":"%s","actor":"%s","at":"%s","type":"rated","version":1,\
                "payload":{"questionId":"%s","shift":"STRATEGY","level":"%s"}}]""".formatted(seq, UUID.randomUUID(), live.interviewer().id(), Instant.now(), question, level);
        String rating = """
                {"rating":[{"interviewer":"%s","question_id":"%s","shift":"STRATEGY","level":%d}]}""".formatted(live.interviewer().id(), question, seq % 2 == 0 ? 2 : 4);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setObject(1, live.interview().value());
            statement.setLong(2, seq - 1);
            statement.setString(3, event);
            statement.setString(4, rating);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                if (!answer.getString(1).equals("DONE")) {
                    throw new IllegalStateException(answer.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(int writer, long number) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            UUID interview = new UUID(writer, 1);
            statement.setObject(1, interview);
            statement.setLong(2, number);
            statement.setObject(3, UUID.randomUUID());
            statement.setObject(4, interview);
            statement.setObject(5, OffsetDateTime.now(ZoneOffset.UTC));
            statement.setString(6, """
                    {"questionId":"%s","shift":"STRATEGY","level":"TWO"}""".formatted(question));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void makeTable() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_event");
            statement.execute("create table bench_event (like interview_event including all)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Write {
        void write(int writer);
    }

    private static double rate(int writers, Write write) {
        var done = new LongAdder();
        long start = System.nanoTime();
        long end = start + LENGTH.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (int writer = 0; writer < writers; writer++) {
                int own = writer;
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        write.write(own);
                        done.increment();
                    }
                });
            }
        }
        return done.sum() / ((System.nanoTime() - start) / 1e9);
    }

    /** Without the first round, which warms up. */
    private static double median(double[] rounds) {
        double[] counted = Arrays.copyOfRange(rounds, 1, rounds.length);
        Arrays.sort(counted);
        return counted[counted.length / 2];
    }
}
