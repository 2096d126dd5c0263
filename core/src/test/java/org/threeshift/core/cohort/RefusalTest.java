package org.threeshift.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {
    @ParameterizedTest
    @EnumSource
    void each_says_what_to_do(Refusal refusal) {
        assertThat(refusal.sentence()).endsWith(".").doesNotContain("'");
    }
}
