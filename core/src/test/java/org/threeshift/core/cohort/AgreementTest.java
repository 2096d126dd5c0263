package org.threeshift.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {
    /** One for each version that anybody may have agreed to, in their order. */
    private static final List<String> AGREED =
            List.of("d5802aae14898594", "7ace8bcdbbfe0d25", "59e08a0dd752136b", "9eec3fcba754d2a1");

    @Test
    void what_somebody_agreed_to_is_never_worded_anew() {
        assertThat(AGREED).hasSize(Agreement.CURRENT);
        assertThat(IntStream.rangeClosed(1, Agreement.CURRENT)
                        .mapToObj(Agreement::of)
                        .map(AgreementTest::hash))
                .isEqualTo(AGREED);
    }

    @Test
    void another_word_is_noticed() {
        Agreement now = Agreement.current();
        assertThat(hash(new Agreement(now.version(), now.sees(), List.of(), now.besides())))
                .isNotEqualTo(hash(now));
    }

    @Test
    void it_says_what_is_seen_and_what_is_not() {
        assertThat(Agreement.current().sees()).hasSizeGreaterThan(1);
        assertThat(Agreement.current().seesNot()).hasSizeGreaterThan(1);
        assertThat(Agreement.current().besides()).isNotEmpty();
    }

    private static String hash(Agreement text) {
        try {
            byte[] all = (text.sees() + "|" + text.seesNot() + "|" + text.besides()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all))
                    .substring(0, 16);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
