package org.threeshift.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1111111109);
    private static final String CODE = "081804";

    /** RFC 6238, appendix B, the rows of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59,          94287082",
        "1111111109,  07081804",
        "1111111111,  14050471",
        "1234567890,  89005924",
        "2000000000,  69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_standard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "5, 254676", "9, 520489"})
    void six_digits_are_those_of_the_older_standard(long counter, String code) {
        assertThat(Totp.code(SECRET, counter, 6)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-30, true", "0, true", "30, true", "-60, false", "60, false"})
    void a_clock_may_be_off_by_one_step(long seconds, boolean accepted) {
        assertThat(Totp.match(SECRET, CODE, NOW.plusSeconds(seconds), Long.MIN_VALUE)
                        .isPresent())
                .isEqualTo(accepted);
    }

    @Test
    void a_code_that_counted_counts_no_more() {
        long step = Totp.match(SECRET, CODE, NOW, Long.MIN_VALUE).orElseThrow();
        assertThat(Totp.match(SECRET, CODE, NOW, step)).isEmpty();
        assertThat(Totp.match(SECRET, CODE, NOW, step - 1)).hasValue(step);
    }

    @ParameterizedTest
    @CsvSource({"''", "81804", "'081804 '", "081805", "٠٨١٨٠٤", "0818040"})
    void nothing_else_is_that_code(String typed) {
        assertThat(Totp.match(SECRET, typed, NOW, Long.MIN_VALUE)).isEmpty();
    }
}
