package org.threeshift.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecoveryCodesTest {
    private final List<String> codes = RecoveryCodes.fresh(new Random(3));

    @Test
    void ten_different_ones_are_made() {
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allSatisfy(code ->
                        assertThat(code).matches("([a-z0-9]{4}-){5}[a-z0-9]{4}").doesNotContainPattern("[il1o]"));
    }

    @Test
    void case_and_spaces_do_not_count() {
        String code = codes.getFirst();
        String typed = " " + code.toUpperCase(Locale.ROOT).replace('-', ' ') + "\n";
        assertThat(RecoveryCodes.looksLike(typed)).isTrue();
        assertThat(RecoveryCodes.hash(typed)).isEqualTo(RecoveryCodes.hash(code));
        assertThat(RecoveryCodes.hash(codes.get(1))).isNotEqualTo(RecoveryCodes.hash(code));
    }

    @Test
    void one_of_the_longer_codes_that_were_made_before_is_still_taken() {
        assertThat(RecoveryCodes.looksLike("abcd-efgh-jkmn-pqrs-tuvw-xyz0-2345"))
                .isTrue();
        assertThat(RecoveryCodes.looksLike("abcd-efgh-jkmn-pqrs")).isFalse();
    }

    @Test
    void a_code_of_the_app_is_none() {
        assertThat(RecoveryCodes.looksLike("081804")).isFalse();
    }
}
