package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void a_hash_is_argon2id_salted_and_names_its_parameters() {
        String hash = passwords.hash("correct horse");
        assertThat(hash).startsWith("{argon2@SpringSecurity_v5_8}$argon2id$v=19$m=16384,t=2,p=1$");
        assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
        assertThat(passwords.match("correct horse", Optional.of(hash))).isTrue();
        assertThat(passwords.match("Correct horse", Optional.of(hash))).isFalse();
    }

    @Test
    void the_hash_that_stands_in_for_nobody_opens_nothing() {
        assertThat(passwords.match("a password that nobody has", Optional.empty()))
                .isFalse();
    }
}
