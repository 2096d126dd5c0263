package org.threeshift.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.threeshift.core.entry.Pace.Tries;

class PaceTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Pace PACE = Pace.of(3, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofHours(1));

    @Test
    void waits_begin_after_the_free_tries_and_double_up_to_the_longest() {
        assertThat(PACE.waits().stream().map(Duration::toSeconds))
                .containsExactly(0L, 0L, 0L, 10L, 20L, 40L, 80L, 160L, 300L);
    }

    @Test
    void after_the_free_tries_one_waits() {
        Tries tries = PACE.first(START);
        for (int more = 0; more < 3; more++) {
            tries = PACE.next(tries, START);
            assertThat(tries.refused()).isFalse();
        }
        assertThat(PACE.next(tries, START).refused()).isTrue();
        assertThat(PACE.next(tries, START).pass(START)).isEqualTo(new Throttle.Pass.Wait(Duration.ofSeconds(10)));
        assertThat(PACE.next(tries, START.plusSeconds(10)).refused()).isFalse();
    }

    @Test
    void with_time_all_is_forgotten() {
        Tries tries = PACE.first(START);
        Instant now = START;
        for (int more = 0; more < 12; more++) {
            now = tries.until();
            tries = PACE.next(tries, now);
        }
        assertThat(tries.count()).isEqualTo(9);
        assertThat(PACE.next(tries, now.plus(Duration.ofHours(9))).count()).isEqualTo(1);
    }

    /** Nobody is shut out for good: however one tries, the longest wait is the most that is ever left. */
    @Property
    void no_wait_is_longer_than_the_longest(@ForAll @Size(max = 200) List<@IntRange(max = 4000) Integer> gaps) {
        walk(PACE, gaps)
                .forEach(tries -> assertThat(Duration.between(tries.last(), tries.until()))
                        .isLessThanOrEqualTo(Duration.ofMinutes(5)));
    }

    /** Whoever hammers through a wait waits no longer than whoever sits it out. */
    @Property
    void tries_during_a_wait_change_nothing(@ForAll @Size(max = 100) List<@IntRange(max = 400) Integer> gaps) {
        Tries before = null;
        for (Tries tries : walk(PACE, gaps)) {
            if (tries.refused() && before != null) {
                assertThat(tries.count()).isEqualTo(before.count());
                assertThat(tries.until()).isEqualTo(before.until());
            }
            before = tries;
        }
    }

    /** Guessing gets slower and slower: in a day without pause no more tries pass than free ones and one for each longest wait, nearly. */
    @Property(tries = 50)
    void a_days_guessing_comes_to_little(@ForAll @IntRange(min = 1, max = 120) int everySeconds) {
        int passed = 0;
        Tries tries = PACE.first(START);
        for (long second = everySeconds; second < 86_400; second += everySeconds) {
            tries = PACE.next(tries, START.plusSeconds(second));
            passed += tries.refused() ? 0 : 1;
        }
        assertThat(passed).isLessThan(86_400 / 300 + 50);
    }

    @Property
    void a_clock_that_runs_behind_forgets_nothing(@ForAll @IntRange(min = 0, max = 10_000) int behind) {
        Tries tries = PACE.next(PACE.first(START), START);
        assertThat(PACE.next(tries, START.minusSeconds(behind)).count()).isBetween(2, 3);
    }

    private static List<Tries> walk(Pace pace, List<Integer> gaps) {
        List<Tries> all = new ArrayList<>();
        Instant now = START;
        Tries tries = pace.first(now);
        all.add(tries);
        for (int gap : gaps) {
            now = now.plusSeconds(gap);
            tries = pace.next(tries, now);
            all.add(tries);
        }
        return all;
    }
}
