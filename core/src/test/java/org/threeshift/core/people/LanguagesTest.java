package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguagesTest {
    @Test
    void each_language_is_there_once() {
        assertThat(Languages.ALL.stream().map(Languages::name)).doesNotHaveDuplicates();
        assertThat(Languages.ALL).contains("he", "id", "yi", "en").doesNotContain("iw", "in", "ji");
    }

    @Test
    void old_codes_are_read_as_new_ones_and_nonsense_stays() {
        assertThat(Languages.now("iw")).isEqualTo("he");
        assertThat(Languages.now("klingon")).isEqualTo("klingon");
    }
}
