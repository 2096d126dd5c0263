package org.threeshift.web.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Interviews that run at once: in each an interviewer presses keys and a candidate watches the room. */
final class KeyLoad {
    /** As the pages do. */
    private static final Duration BEAT = Duration.ofMillis(2_500);

    private static final int KEYS_A_QUESTION = 9;
    /** The round has seven; the first lies on the table from the beginning. */
    private static final int QUESTIONS_TO_POSE = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Key to the whole answer, which says that it is saved. */
    final Latencies saved = new Latencies();
    /** Level key to the interviewer's other screen. */
    final Latencies seen = new Latencies();
    /** Key that poses a question to the candidate's page hearing of it. */
    final Latencies told = new Latencies();
    /** The same to the candidate's page having it. */
    final Latencies fetched = new Latencies();

    private final AtomicInteger missed = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    /**
     * One interview.
     *
     * @param other   a second browser of the same interviewer
     * @param pressed how many keys were pressed in it: the next one goes on from there
     */
    record Pages(ConsolePage console, RoomPage room, Optional<ConsolePage> other, AtomicInteger pressed)
            implements AutoCloseable {
        static Pages open(Browser browser, Scenery.Live live, boolean withOther) {
            return new Pages(
                    ConsolePage.open(browser, live.interview(), live.hostCookie()),
                    RoomPage.open(browser, live.interview(), live.candidateCookie()),
                    withOther
                            ? Optional.of(ConsolePage.open(browser, live.interview(), live.hostCookie()))
                            : Optional.empty(),
                    new AtomicInteger());
        }

        /** Two levels in turn, so that each key is a change, and now and then the next question. */
        String nextKey() {
            int number = pressed.getAndIncrement();
            boolean poses =
                    number % KEYS_A_QUESTION == KEYS_A_QUESTION - 1 && number < KEYS_A_QUESTION * QUESTIONS_TO_POSE;
            return poses ? "]" : number % 2 == 0 ? "2" : "4";
        }

        @Override
        public void close() {
            console.close();
            other.ifPresent(ConsolePage::close);
            room.close();
        }
    }

    /** How many keys were pressed. */
    int pressed() {
        return saved.count();
    }

    /** Keys whose effect did not arrive elsewhere within ten seconds. */
    int missed() {
        return missed.get();
    }

    /**
     * @param pause  between two keys of one interviewer
     * @param length of the whole
     */
    KeyLoad run(List<Pages> interviews, Duration pause, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            interviews.forEach(pages -> {
                people.execute(() -> beat(pages.console()::beat));
                people.execute(() -> beat(pages.room()::beat));
                pages.other().ifPresent(other -> people.execute(() -> beat(other::beat)));
            });
            var typing = new ArrayList<CompletableFuture<Void>>();
            interviews.forEach(pages -> typing.add(CompletableFuture.runAsync(() -> type(pages, pause, end), people)));
            try {
                CompletableFuture.allOf(typing.toArray(CompletableFuture[]::new))
                        .join();
            } finally {
                over.set(true);
            }
        }
        return this;
    }

    private void type(Pages pages, Duration pause, long end) {
        sleep(atRandomWithin(pause));
        long next = System.nanoTime();
        while (System.nanoTime() < end) {
            press(pages, pages.nextKey());
            next += pause.toNanos();
            sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        }
    }

    private void press(Pages pages, String key) {
        boolean level = Character.isDigit(key.charAt(0));
        var stage = pages.room().nextStage();
        Optional<CompletableFuture<Long>> push = pages.other().map(ConsolePage::nextPush);
        long start = System.nanoTime();
        pages.console().press(key);
        saved.since(start);
        if (level) {
            push.flatMap(this::awaited).ifPresent(at -> seen.add(Duration.ofNanos(at - start)));
        } else {
            awaited(stage).ifPresent(arrival -> {
                told.add(Duration.ofNanos(arrival.told() - start));
                fetched.add(Duration.ofNanos(arrival.fetched() - start));
            });
        }
    }

    private <T> Optional<T> awaited(CompletableFuture<T> arrival) {
        try {
            return Optional.of(
                    arrival.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
        } catch (RuntimeException late) {
            missed.incrementAndGet();
            return Optional.empty();
        }
    }

    private void beat(Runnable beat) {
        sleep(atRandomWithin(BEAT));
        while (!over.get()) {
            beat.run();
            sleep(BEAT);
        }
    }

    private static Duration atRandomWithin(Duration most) {
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(most.toNanos()));
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
