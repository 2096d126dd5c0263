package org.threeshift.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.database.TestRows;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class PostgresCallStoreIT extends CallStoreContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private final CallStore store = new PostgresCallStore(database.jdbcClient());

    @Override
    CallStore store() {
        return store;
    }

    @Override
    PersonId person() {
        return TestRows.person(database);
    }

    @Override
    InterviewId interview() {
        return TestRows.interview(database);
    }

    /** The database's clock does not wait for tests: what it has written grows older instead. */
    @Override
    void pass(Duration span) {
        database.jdbcClient().sql("""
                update call_seat
                   set leased_until = leased_until - :span * interval '1 millisecond',
                       counted_since = counted_since - :span * interval '1 millisecond'
                """).param("span", span.toMillis()).update();
        database.jdbcClient().sql("""
                update call_signal
                   set sent_at = sent_at - :span * interval '1 millisecond'
                """).param("span", span.toMillis()).update();
    }

    @Test
    void of_eight_who_come_at_once_four_get_in() throws Exception {
        InterviewId interview = interview();
        List<Boolean> in = atOnce(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(_ -> {
                    var seat = new CallStore.Seat(interview, new ConnectionId(UUID.randomUUID()), person());
                    return () -> store.enter(seat, CallStore.Kept.NONE, LEASE);
                })
                .toList());
        assertThat(in).filteredOn(got -> got).hasSize(4);
    }

    @Test
    void no_signal_of_three_senders_at_once_is_passed_over_by_a_receiver_that_reads_along() throws Exception {
        CallStore.Seat receiver = in();
        List<Callable<Boolean>> senders = new ArrayList<>();
        for (CallStore.Seat sender : List.of(ada, ben, in())) {
            senders.add(() -> IntStream.range(0, 100).allMatch(number -> post(sender, receiver, "signal " + number)));
        }
        List<Long> read = new ArrayList<>();
        senders.add(() -> {
            while (read.size() < 300) {
                store.signals(receiver.connection(), read.isEmpty() ? 0 : read.getLast())
                        .forEach(signal -> read.add(signal.number()));
            }
            return true;
        });
        assertThat(atOnce(senders)).containsOnly(true);
        assertThat(read)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void a_signal_that_is_too_long_is_refused() {
        CallStore.Seat from = in();
        CallStore.Seat to = in();
        assertThat(post(from, to, "x".repeat(Signal.BYTES))).isTrue();
        assertThatThrownBy(() -> post(from, to, "ü" + "x".repeat(Signal.BYTES - 1)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void nothing_of_a_call_is_written_to_the_servers_own_log() {
        assertThat(database.jdbcClient().sql("""
                        select relname
                          from pg_class
                         where relname in ('call_seat', 'call_signal')
                           and relpersistence = 'u'
                        """).query(String.class).list())
                .containsExactlyInAnyOrder("call_seat", "call_signal");
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work)) {
                results.add(one.get());
            }
            return results;
        }
    }
}
