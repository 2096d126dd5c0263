package org.threeshift.core.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldTest {
    @Test
    void roles_of_one_field_fit_however_they_are_put() {
        assertThat(fit("Marketing manager", "Head of marketing")).isTrue();
        assertThat(fit("VP, Sales & Marketing", "marketing lead")).isTrue();
        assertThat(fit("Engineering manager", "Head of Product")).isFalse();
        assertThat(fit("Product manager", "Marketing manager"))
                .as("manager tells nothing")
                .isFalse();
    }

    @Test
    void who_names_no_field_goes_with_everyone() {
        assertThat(fit("", "Head of Product")).isTrue();
        assertThat(fit("Head of Product", "First team lead")).isTrue();
        assertThat(Field.ANY.fits(Field.ANY)).isTrue();
    }

    private static boolean fit(String one, String other) {
        boolean fits = Field.of(one).fits(Field.of(other));
        assertThat(Field.of(other).fits(Field.of(one))).isEqualTo(fits);
        return fits;
    }
}
