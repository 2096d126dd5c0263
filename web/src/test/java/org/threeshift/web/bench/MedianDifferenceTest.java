package org.threeshift.web.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MedianDifferenceTest {
    private final Random chance = new Random(11);

    @Test
    void two_series_of_one_kind_differ_no_more_than_chance() {
        assertThat(MedianDifference.of(times(0), times(0), 1).withinChance()).isTrue();
    }

    @Test
    void a_server_that_takes_a_millisecond_longer_for_known_addresses_is_found_out() {
        MedianDifference difference = MedianDifference.of(times(0), times(1), 1);
        assertThat(difference.withinChance()).isFalse();
        assertThat(difference.millis()).isBetween(0.5, 1.5);
    }

    @Test
    void so_is_one_that_takes_less() {
        assertThat(MedianDifference.of(times(1), times(0), 1).withinChance()).isFalse();
    }

    /** Two hundred times of some 20 ms that scatter by one or two, with a straggler now and then. */
    private double[] times(double more) {
        double[] times = new double[200];
        for (int sample = 0; sample < times.length; sample++) {
            times[sample] = 20 + more + Math.abs(chance.nextGaussian()) * 1.5 + (chance.nextInt(20) == 0 ? 40 : 0);
        }
        return times;
    }
}
