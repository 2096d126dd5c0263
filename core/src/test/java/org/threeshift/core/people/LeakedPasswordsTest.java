package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakedPasswordsTest {
    private final LeakedPasswords few = LeakedPasswords.of(List.of("nuttertools", "tigger", "zebra"));

    @Test
    void a_listed_password_is_found_in_any_case() {
        assertThat(few.contain("nuttertools")).isTrue();
        assertThat(few.contain("NutterTools")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tigger1984!", "Tigger??", "nuttertools1", "tigger123456"})
    void a_listed_word_with_digits_or_marks_behind_it_is_found(String password) {
        assertThat(few.contain(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nuttertoolsx", "tigger1234567", "zebra12345", "correct horse battery", "tigge", ""})
    void another_password_is_not(String password) {
        assertThat(few.contain(password)).isFalse();
    }

    @Test
    void the_shipped_list_holds_what_leaks_hold_and_is_small() {
        LeakedPasswords shipped = LeakedPasswords.shipped();
        assertThat(shipped.size()).isBetween(100_000, 200_000);
        assertThat(shipped.contain("usuckballz1")).isTrue();
        assertThat(shipped.contain("1q2w3e4r5t6y")).isTrue();
        assertThat(shipped.contain("four unrelated quiet words")).isFalse();
    }
}
