package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void of_few_there_is_nothing_to_say() {
        assertThat(Estimate.of(List.of())).isEmpty();
        assertThat(Estimate.of(List.of(paired(1), paired(2), paired(3), gave(1))))
                .isEmpty();
    }

    @Test
    void half_of_those_who_found_somebody_had_within_the_median() {
        assertThat(Estimate.of(List.of(paired(9), paired(1), paired(3), paired(5), paired(7))))
                .contains(new Estimate(5, 5, Optional.of(Duration.ofMinutes(5))));
        assertThat(Estimate.of(List.of(paired(8), paired(2), paired(4), paired(6), gave(1))))
                .contains(new Estimate(5, 4, Optional.of(Duration.ofMinutes(4))));
    }

    @Test
    void who_gave_up_counts_among_those_who_came() {
        assertThat(Estimate.of(Stream.generate(() -> gave(20)).limit(6).toList()))
                .contains(new Estimate(6, 0, Optional.empty()));
    }

    private static PastWait paired(int minutes) {
        return new PastWait(Duration.ofMinutes(minutes), true);
    }

    private static PastWait gave(int minutes) {
        return new PastWait(Duration.ofMinutes(minutes), false);
    }
}
