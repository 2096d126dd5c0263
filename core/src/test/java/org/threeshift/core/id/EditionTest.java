package org.threeshift.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditionTest {
    @Test
    void it_is_the_same_for_the_same_parts_alone() {
        assertThat(Edition.of("a", 1)).isEqualTo(Edition.of("a", 1));
        assertThat(Edition.of("a", 1)).isNotEqualTo(Edition.of("a", 2));
        assertThat(Edition.of("ab", "c")).isNotEqualTo(Edition.of("a", "bc"));
        assertThat(Edition.of("a")).isNotEqualTo(Edition.of("a", ""));
        assertThat(new Edition("rubbish")).isNotEqualTo(Edition.of());
    }
}
