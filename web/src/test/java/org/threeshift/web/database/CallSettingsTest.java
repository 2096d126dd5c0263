package org.threeshift.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.threeshift.core.call.IceServers;

/** A setting that no call can work with keeps Threeshift from starting, with one sentence. */
class CallSettingsTest {
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    @Test
    void an_address_that_is_none() {
        assertThat(sentence(() -> new IceServers(List.of("turn.example.org"), List.of(), "", SIX_HOURS)))
                .isEqualTo(
                        "THREESHIFT_CALL_STUN holds turn.example.org, but a STUN server’s address looks like stun:turn.example.org:3478.");
        assertThat(sentence(() -> new IceServers(List.of(), List.of("stun:x"), "north", SIX_HOURS)))
                .startsWith("THREESHIFT_CALL_TURN holds stun:x, but");
    }

    @Test
    void turn_without_a_secret() {
        assertThat(sentence(() -> new IceServers(List.of(), List.of("turn:turn.example.org"), "", SIX_HOURS)))
                .endsWith("is missing: set THREESHIFT_CALL_SECRET.");
    }

    @Test
    void a_lifetime_that_helps_nobody() {
        assertThat(sentence(() -> new IceServers(List.of(), List.of(), "", Duration.ofMinutes(1))))
                .isEqualTo("THREESHIFT_CALL_LIFETIME is PT1M, but must lie between 10 minutes (10m) and 2 days (48h).");
    }

    /** As Spring hands it on, wrapped. */
    private static String sentence(ThrowingCallable setting) {
        var analysis = new RefusalAnalyzer().analyze(new IllegalStateException(catchThrowable(setting)));
        return analysis == null ? "" : analysis.getDescription();
    }
}
