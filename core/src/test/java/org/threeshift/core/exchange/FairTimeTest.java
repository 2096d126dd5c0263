package org.threeshift.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairTimeTest {
    @ParameterizedTest
    @CsvSource({
        // minutes for both, taken by the first half, left for the second
        "90, PT45M, 45",
        "90, PT30M, 45",
        "90, PT0S, 45",
        "90, PT50M, 40",
        "90, PT50M30S, 40",
        "90, PT80M, 23",
        "90, PT5H, 23",
        "20, PT10M, 10",
        "20, PT1H, 5",
    })
    void the_second_half_gets_what_is_left_of_its_own_half(int minutes, Duration taken, int second) {
        assertThat(FairTime.second(minutes, taken)).isEqualTo(second);
    }

    @Property
    void nobody_gains_by_cutting_the_other_short_or_loses_more_than_half(
            @ForAll @IntRange(min = 10, max = 120) int half, @ForAll @IntRange(min = 0, max = 30_000) int seconds) {
        int second = FairTime.second(2 * half, Duration.ofSeconds(seconds));
        assertThat(second).isLessThanOrEqualTo(half);
        assertThat(2 * second).isGreaterThanOrEqualTo(half);
    }

    @Test
    void only_whole_halves_of_a_sensible_length_can_be_agreed_on() {
        assertThat(FairTime.possible(FairTime.SHORTEST)).isTrue();
        assertThat(FairTime.possible(FairTime.LONGEST)).isTrue();
        assertThat(FairTime.possible(FairTime.SHORTEST - 2)).isFalse();
        assertThat(FairTime.possible(FairTime.LONGEST + 2)).isFalse();
        assertThat(FairTime.possible(45)).isFalse();
    }
}
