package org.threeshift.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenTest {
    @Test
    void a_secret_has_256_bits_and_fits_a_path() {
        Token token = Token.fresh(new Random(1));
        assertThat(token.text()).hasSize(43).matches("[A-Za-z0-9_-]+");
        assertThat(Token.fresh(new Random(2))).isNotEqualTo(token);
    }

    @Test
    void a_secret_is_not_printed() {
        Token token = Token.fresh(new Random(1));
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @Test
    void the_hash_is_sha_256() {
        // FIPS 180-4, example "abc".
        assertThat(HexFormat.of().formatHex(new Token("abc").hash()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
