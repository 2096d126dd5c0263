package org.threeshift.web.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void a_percentile_is_the_nearest_rank() {
        var latencies = new Latencies();
        IntStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).forEach(latencies::add);
        assertThat(latencies.millis(0.5)).isEqualTo(100);
        assertThat(latencies.millis(0.95)).isEqualTo(190);
        assertThat(latencies.millis(0.99)).isEqualTo(198);
        assertThat(latencies.mostMillis()).isEqualTo(200);
        assertThat(latencies.cells()).isEqualTo("100.0 ms | 190.0 ms | 198.0 ms | 200.0 ms | 200");
    }

    @Test
    void of_few_the_longest_is_every_high_percentile() {
        var latencies = new Latencies();
        latencies.add(Duration.ofMillis(7));
        latencies.add(Duration.ofMillis(3));
        assertThat(latencies.millis(0.99)).isEqualTo(7);
        assertThat(latencies.millis(0.5)).isEqualTo(3);
    }

    @Test
    void of_nothing_there_is_no_figure() {
        assertThat(new Latencies().cells()).isEqualTo("– | – | – | – | 0");
    }
}
