package org.threeshift.web.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnalysesTest {
    private final Analyses analyses = new Analyses();

    @Test
    void only_two_run_at_once_and_a_third_is_sent_away() {
        Optional<String> third = analyses.run(
                        () -> analyses.run(() -> analyses.run(() -> "a third")).orElseThrow())
                .orElseThrow();
        assertThat(third).isEmpty();
        assertThat(analyses.run(() -> "alone")).contains("alone");
    }

    @Test
    void one_that_fails_gives_its_place_back() {
        for (int time = 0; time < 5; time++) {
            assertThatThrownBy(() -> analyses.run(() -> {
                        throw new IllegalStateException("no good");
                    }))
                    .hasMessage("no good");
        }
        assertThat(analyses.run(() -> "again")).isPresent();
    }
}
