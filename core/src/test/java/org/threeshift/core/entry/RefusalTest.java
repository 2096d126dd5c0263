package org.threeshift.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {
    @ParameterizedTest
    @EnumSource
    void every_refusal_has_a_sentence(Refusal refusal) {
        assertThat(refusal.sentence()).endsWith(".");
    }
}
