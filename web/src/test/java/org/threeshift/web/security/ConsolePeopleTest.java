package org.threeshift.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.threeshift.core.outage.Outages;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

class ConsolePeopleTest {
    private static final List<String> COOKIE = List.of("session");
    private static final Person ADA = new Person(
            new PersonId(new UUID(0, 1)), "Ada", Optional.of("ada@example.org"), Role.COACH, ZoneOffset.UTC, false);

    private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private volatile Database database = _ -> Optional.of(ADA);
    private final ConsolePeople people =
            new ConsolePeople(ids -> database.person(ids), _ -> COOKIE, Outages.known(), () -> now);

    @FunctionalInterface
    private interface Database {
        Optional<Person> person(List<String> ids);
    }

    private void cut() {
        database = _ -> {
            throw new DataAccessResourceFailureException("The line is cut");
        };
    }

    @Test
    void while_the_database_is_away_whoever_was_signed_in_stays_so() {
        assertThat(people.of(COOKIE)).contains(ADA);
        cut();
        now = now.plus(ConsolePeople.REMEMBERED_FOR.minusSeconds(1));
        assertThat(people.of(COOKIE)).contains(ADA);
    }

    @Test
    void nobody_is_let_in_by_an_outage() {
        people.of(COOKIE);
        cut();
        assertThatThrownBy(() -> people.of(List.of("another"))).isInstanceOf(DataAccessResourceFailureException.class);
        now = now.plus(ConsolePeople.REMEMBERED_FOR).plusSeconds(1);
        assertThatThrownBy(() -> people.of(COOKIE)).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void whoever_signed_out_is_forgotten_at_once_and_for_good() {
        people.of(COOKIE);
        database = _ -> Optional.empty();
        assertThat(people.of(COOKIE)).isEmpty();
        cut();
        assertThatThrownBy(() -> people.of(COOKIE)).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void a_database_that_hangs_does_not_keep_a_console_waiting() throws InterruptedException {
        people.of(COOKIE);
        var back = new CountDownLatch(1);
        var signedOut = new CountDownLatch(1);
        database = _ -> {
            try {
                back.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            signedOut.countDown();
            return Optional.empty();
        };
        long start = System.nanoTime();
        for (int key = 0; key < 10; key++) {
            assertThat(people.of(COOKIE)).contains(ADA);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        back.countDown();
        assertThat(signedOut.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(people.of(COOKIE)).isEmpty();
    }

    @Test
    void where_something_is_read_only_the_databases_answer_counts() {
        assertThat(people.certainly(COOKIE)).contains(ADA);
        assertThat(people.certainly(List.of())).isEmpty();
        cut();
        assertThatThrownBy(() -> people.certainly(COOKIE)).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(people.of(COOKIE)).contains(ADA);
    }

    @Test
    void a_mistake_is_no_outage() {
        people.of(COOKIE);
        database = _ -> {
            throw new IllegalStateException("a mistake");
        };
        assertThatThrownBy(() -> people.of(COOKIE)).isInstanceOf(IllegalStateException.class);
    }
}
