package org.threeshift.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final InetAddress ADDRESS = InetAddress.ofLiteral("9.9.9.9");

    private final CountDownLatch slow = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final Names names = new Names(new Slow());

    @AfterEach
    void all_answers_come() {
        slow.countDown();
    }

    @Test
    void a_name_has_its_addresses_or_is_unknown() {
        assertThat(lookUp("push.example.org", 2_000)).isEqualTo(new Names.Found.Addresses(List.of(ADDRESS)));
        assertThat(lookUp("nowhere.example.org", 2_000)).isEqualTo(new Names.Found.Unknown());
    }

    @Test
    void a_name_whose_server_says_nothing_is_given_up_at_the_deadline_and_others_are_not_kept_waiting() {
        long before = System.nanoTime();
        assertThat(lookUp("slow.example.com", 200)).isEqualTo(new Names.Found.Late());
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(3));
        assertThat(lookUp("push.example.org", 2_000)).isInstanceOf(Names.Found.Addresses.class);
    }

    @Test
    void a_line_ends_by_its_deadline_with_the_looking_up() {
        var target = (Line.Aim.Target) Line.aim("https://slow.example.com/a", Reach.PUBLIC);
        long before = System.nanoTime();
        assertThat(new Line(new Slow(), 100)
                        .ask(
                                target,
                                new byte[0],
                                before + Duration.ofMillis(200).toNanos()))
                .isEqualTo(new Line.Said.Nothing(Line.Hindrance.TOO_SLOW));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void however_often_it_is_asked_for_a_slow_name_holds_one_thread_and_its_domain_a_few() {
        for (int number = 0; number < 100; number++) {
            lookUp("slow.example.com", 1);
        }
        lookUp("slow.example.com", 200);
        assertThat(asked).hasValue(1);
        for (int number = 0; number < 100; number++) {
            lookUp("slow-" + number + ".example.com", 1);
        }
        lookUp("slow.example.com", 200);
        assertThat(asked).hasValue(Names.MOST_OF_A_DOMAIN);
        assertThat(lookUp("push.example.org", 2_000)).isInstanceOf(Names.Found.Addresses.class);
    }

    @Test
    void an_answer_is_not_kept_for_whoever_asks_later() {
        lookUp("push.example.org", 2_000);
        lookUp("push.example.org", 2_000);
        assertThat(asked).hasValue(2);
    }

    private Names.Found lookUp(String host, long millis) {
        return names.lookUp(host, System.nanoTime() + Duration.ofMillis(millis).toNanos());
    }

    /** Where some names' servers say nothing for as long as the test likes, and nobody can interrupt them. */
    private final class Slow implements Reach {
        @Override
        public boolean allows(String scheme, int port) {
            return true;
        }

        @Override
        public List<InetAddress> addresses(String host) throws UnknownHostException {
            asked.incrementAndGet();
            if (host.startsWith("nowhere")) {
                throw new UnknownHostException(host);
            }
            if (host.startsWith("slow")) {
                wait(slow);
            }
            return List.of(ADDRESS);
        }

        private static void wait(CountDownLatch latch) {
            boolean interrupted = false;
            while (latch.getCount() > 0) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean allows(InetAddress address) {
            return true;
        }
    }
}
