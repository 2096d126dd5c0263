package org.threeshift.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.call.IceServers.Credential;
import org.threeshift.core.call.IceServers.Fault;
import org.threeshift.core.call.IceServers.Misconfigured;
import org.threeshift.core.people.PersonId;

class IceServersTest {
    private static final Duration SIX_HOURS = Duration.ofHours(6);
    private static final PersonId ADA = PersonId.of("018f0000-0000-7000-8000-00000000000a");
    private static final List<String> STUN = List.of("stun:turn.example.org:3478");
    private static final List<String> TURN = List.of("turn:turn.example.org:3478?transport=udp");

    @Test
    void the_password_is_the_code_of_the_name() {
        // RFC 2202, section 3, test case 2, in Base64
        assertThat(IceServers.credential("Jefe", "what do ya want for nothing?"))
                .isEqualTo(new Credential("what do ya want for nothing?", "7/zfauXrL6LSdBbV8YTfnCWafHk="));
    }

    @Test
    void a_credential_names_the_second_at_which_it_ends_and_the_person() {
        var servers = new IceServers(STUN, TURN, "north", SIX_HOURS);
        // printf 1767225600:018f… | openssl dgst -sha1 -hmac north -binary | base64
        assertThat(servers.credential(ADA, Instant.parse("2025-12-31T18:00:00.999Z")))
                .contains(new Credential(
                        "1767225600:018f0000-0000-7000-8000-00000000000a", "kLwYeYQgGnt+lY6DXXsvC68n2w8="));
    }

    @Test
    void without_turn_there_is_nothing_to_let_anybody_into() {
        assertThat(new IceServers(STUN, List.of(), "", SIX_HOURS).credential(ADA, Instant.EPOCH))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"turn.example.org", "http://turn.example.org", "turn:turn.example.org", "stun: here", "stun:"})
    void what_is_no_stun_address_is_refused(String address) {
        assertThat(fault(() -> new IceServers(List.of(address), List.of(), "", SIX_HOURS)))
                .isEqualTo(Fault.STUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stun:turn.example.org", "turn:turn.example.org?transport=pigeon", "turn:a b"})
    void what_is_no_turn_address_is_refused(String address) {
        assertThat(fault(() -> new IceServers(List.of(), List.of(address), "north", SIX_HOURS)))
                .isEqualTo(Fault.TURN);
    }

    @Test
    void turn_without_a_secret_is_refused() {
        assertThat(fault(() -> new IceServers(STUN, TURN, " ", SIX_HOURS))).isEqualTo(Fault.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT9M59S", "PT48H1S", "-PT1H"})
    void a_lifetime_that_helps_nobody_is_refused(String lifetime) {
        assertThat(fault(() -> new IceServers(STUN, TURN, "north", Duration.parse(lifetime))))
                .isEqualTo(Fault.LIFETIME);
    }

    @Test
    void the_secret_is_in_no_text() {
        assertThat(new IceServers(STUN, TURN, "north", SIX_HOURS).toString()).doesNotContain("north");
    }

    private static Fault fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        return catchThrowableOfType(Misconfigured.class, making).fault();
    }
}
