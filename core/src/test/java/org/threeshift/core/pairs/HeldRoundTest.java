package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whether a bank is for the role that somebody wants. */
class HeldRoundTest {
    @Test
    void a_bank_fits_a_role_of_its_field_at_whatever_height() {
        assertThat(HeldRound.fits("Marketing manager", "Head of Marketing")).isTrue();
        assertThat(HeldRound.fits("Engineering manager", "engineering lead")).isTrue();
    }

    @Test
    void a_word_of_every_role_makes_no_bank_fit() {
        assertThat(HeldRound.fits("Marketing manager", "Head of Finance")).isFalse();
        assertThat(HeldRound.fits("Marketing manager", "Finance manager")).isFalse();
    }

    @Test
    void whoever_wants_no_field_in_particular_is_served_by_any() {
        assertThat(HeldRound.fits("Marketing manager", "")).isTrue();
        assertThat(HeldRound.fits("Marketing manager", "First team lead")).isTrue();
    }
}
