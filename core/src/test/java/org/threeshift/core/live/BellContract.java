package org.threeshift.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What every bell does, on the node that rings it. */
abstract class BellContract {
    static final Duration SOON = Duration.ofSeconds(10);

    private final UUID topic = UUID.randomUUID();

    abstract Bell bell();

    @Test
    void whoever_listens_is_woken() {
        AtomicInteger woken = new AtomicInteger();
        AtomicInteger alsoWoken = new AtomicInteger();
        try (var _ = bell().listen(topic, woken::incrementAndGet);
                var _ = bell().listen(topic, alsoWoken::incrementAndGet)) {
            bell().ring(topic);
            await(() -> woken.get() == 1 && alsoWoken.get() == 1);
        }
    }

    @Test
    void nobody_is_woken_for_another_topic() {
        AtomicInteger woken = new AtomicInteger();
        AtomicInteger other = new AtomicInteger();
        try (var _ = bell().listen(UUID.randomUUID(), other::incrementAndGet);
                var _ = bell().listen(topic, woken::incrementAndGet)) {
            bell().ring(topic);
            await(() -> woken.get() == 1);
            assertThat(other).hasValue(0);
        }
    }

    @Test
    void whoever_stopped_listening_is_left_alone() {
        AtomicInteger woken = new AtomicInteger();
        AtomicInteger gone = new AtomicInteger();
        try (var _ = bell().listen(topic, woken::incrementAndGet)) {
            bell().listen(topic, gone::incrementAndGet).close();
            bell().ring(topic);
            await(() -> woken.get() == 1);
            assertThat(gone).hasValue(0);
        }
    }

    @Test
    void a_listener_that_fails_is_woken_again_and_keeps_nobody_from_hearing() {
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger woken = new AtomicInteger();
        try (var _ = bell().listen(topic, () -> {
                    failed.incrementAndGet();
                    throw new IllegalStateException("this test's listener fails on purpose");
                });
                var _ = bell().listen(topic, woken::incrementAndGet)) {
            bell().ring(topic);
            await(() -> failed.get() == 1 && woken.get() == 1);
            bell().ring(topic);
            await(() -> failed.get() == 2 && woken.get() == 2);
        }
    }

    @Test
    void a_ring_while_the_listener_runs_is_followed_by_another_run() throws InterruptedException {
        AtomicInteger grown = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        CountDownLatch reading = new CountDownLatch(1);
        Semaphore goOn = new Semaphore(0);
        try (var _ = bell().listen(topic, () -> {
            int read = grown.get();
            reading.countDown();
            goOn.acquireUninterruptibly();
            seen.set(read);
        })) {
            grown.set(1);
            Thread ringer = Thread.ofVirtual().start(() -> bell().ring(topic));
            assertThat(reading.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            grown.set(2);
            bell().ring(topic);
            goOn.release(2);
            await(() -> seen.get() == 2);
            ringer.join();
        }
    }

    @Test
    void a_listener_never_runs_twice_at_once() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger worst = new AtomicInteger();
        AtomicInteger rung = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        try (var _ = bell().listen(topic, () -> {
            worst.accumulateAndGet(inside.incrementAndGet(), Math::max);
            seen.set(rung.get());
            inside.decrementAndGet();
        })) {
            for (int thread = 0; thread < 4; thread++) {
                Thread.ofVirtual().start(() -> {
                    for (int time = 0; time < 250; time++) {
                        rung.incrementAndGet();
                        bell().ring(topic);
                    }
                });
            }
            await(() -> seen.get() == 1_000);
            assertThat(worst).hasValue(1);
        }
    }

    @Test
    void a_listener_may_ring() {
        AtomicInteger woken = new AtomicInteger();
        UUID next = UUID.randomUUID();
        try (var _ = bell().listen(topic, () -> bell().ring(next));
                var _ = bell().listen(next, woken::incrementAndGet)) {
            bell().ring(topic);
            await(() -> woken.get() == 1);
        }
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
