package org.threeshift.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

    private final Seal seal = Seal.with(key(1), new Random(7));

    @Test
    void what_was_closed_opens() {
        assertThat(seal.open(seal.close(SECRET, "ada"), "ada").orElseThrow()).isEqualTo(SECRET);
    }

    @Test
    void what_was_closed_shows_nothing_and_looks_different_each_time() {
        String first = seal.close(SECRET, "ada");
        assertThat(new String(Base64.getDecoder().decode(first), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
        assertThat(first).isNotEqualTo(seal.close(SECRET, "ada"));
    }

    @Test
    void it_opens_for_nobody_else_under_no_other_key_and_not_when_changed() {
        String closed = seal.close(SECRET, "ada");
        assertThat(seal.open(closed, "ben")).isEmpty();
        assertThat(Seal.with(key(2), new Random(7)).open(closed, "ada")).isEmpty();
        assertThat(Seal.without(new Random(7)).open(closed, "ada")).isEmpty();
        byte[] bytes = Base64.getDecoder().decode(closed);
        bytes[bytes.length - 1] ^= 1;
        String changed = Base64.getEncoder().encodeToString(bytes);
        assertThat(seal.open(changed, "ada")).isEmpty();
        assertThat(seal.open("", "ada")).isEmpty();
    }

    @Test
    void a_key_has_256_bits() {
        assertThatIllegalArgumentException().isThrownBy(() -> Seal.with(new byte[16], new Random(7)));
        assertThat(Seal.without(new Random(7)).ready()).isFalse();
    }

    private static byte[] key(int value) {
        byte[] key = new byte[Seal.KEY_BYTES];
        Arrays.fill(key, (byte) value);
        return key;
    }
}
