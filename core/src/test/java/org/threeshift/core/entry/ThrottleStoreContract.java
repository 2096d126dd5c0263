package org.threeshift.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.entry.Pace.Tries;
import org.threeshift.core.entry.Throttle.Kind;

/** What every store of tries does. */
abstract class ThrottleStoreContract {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final byte[] subject = subject();

    abstract ThrottleStore store();

    @Test
    void it_counts_as_the_pace_does_whatever_the_gaps() {
        Pace pace = Kind.SIGN_IN_ACCOUNT.pace();
        Random chance = new Random(7);
        Instant now = START;
        Tries expected = pace.first(now);
        assertThat(store().count(Kind.SIGN_IN_ACCOUNT, subject, now)).isEqualTo(expected);
        for (int more = 0; more < 150; more++) {
            now = now.plusMillis(
                    switch (chance.nextInt(4)) {
                        case 0 -> 0;
                        case 1 -> chance.nextInt(20_000);
                        case 2 -> chance.nextInt(1_000_000);
                        default -> chance.nextInt(8_000_000);
                    });
            expected = pace.next(expected, now);
            assertThat(store().count(Kind.SIGN_IN_ACCOUNT, subject, now)).isEqualTo(expected);
        }
    }

    @Test
    void a_clock_that_runs_behind_forgets_nothing() {
        store().count(Kind.SIGN_IN_ACCOUNT, subject, START);
        assertThat(store().count(Kind.SIGN_IN_ACCOUNT, subject, START.minusSeconds(7200))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void kinds_and_subjects_never_meet() {
        hammer(Kind.SIGN_IN_ACCOUNT, subject);
        assertThat(store().count(Kind.SIGN_IN_ACCOUNT, subject, START).refused())
                .isTrue();
        assertThat(store().count(Kind.SIGN_IN_ACCOUNT, subject(), START).refused())
                .isFalse();
        assertThat(store().count(Kind.SIGN_IN_DEVICE, subject, START).refused()).isFalse();
    }

    @Test
    void what_came_right_is_given_back_and_what_came_wrong_is_not() {
        for (int tries = 1; tries < 6; tries++) {
            store().count(Kind.SIGN_IN_ACCOUNT, subject, START);
        }
        Tries waiting = store().count(Kind.SIGN_IN_ACCOUNT, subject, START);
        assertThat(waiting.until()).isAfter(START);
        store().giveBack(Kind.SIGN_IN_ACCOUNT, subject, START);
        Tries again = store().count(Kind.SIGN_IN_ACCOUNT, subject, START);
        assertThat(again.refused()).isFalse();
        assertThat(again.count()).isEqualTo(waiting.count());
    }

    @Test
    void what_is_forgotten_begins_anew() {
        hammer(Kind.SIGN_IN_ACCOUNT, subject);
        store().forget(Kind.SIGN_IN_ACCOUNT, subject);
        assertThat(store().count(Kind.SIGN_IN_ACCOUNT, subject, START).count()).isEqualTo(1);
    }

    @Test
    void the_night_forgets_the_old_alone() {
        byte[] later = subject();
        store().count(Kind.SIGN_IN_ACCOUNT, subject, START.minus(Duration.ofDays(30)));
        store().count(Kind.SIGN_IN_ACCOUNT, later, START);
        assertThat(store().forgetBefore(START.minus(Duration.ofDays(2)))).isPositive();
        assertThat(store().count(Kind.SIGN_IN_ACCOUNT, later, START).count()).isEqualTo(2);
    }

    @Test
    void of_many_at_once_no_more_pass_than_are_free() throws Exception {
        Callable<Tries> tried = () -> store().count(Kind.SIGN_IN_ACCOUNT, subject, START);
        int passed = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Tries> one : threads.invokeAll(
                    IntStream.range(0, 40).mapToObj(number -> tried).toList())) {
                passed += one.get().refused() ? 0 : 1;
            }
        }
        assertThat(passed).isEqualTo(6);
    }

    private void hammer(Kind kind, byte[] at) {
        for (int tries = 0; tries < 20; tries++) {
            store().count(kind, at, START);
        }
    }

    private static byte[] subject() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
