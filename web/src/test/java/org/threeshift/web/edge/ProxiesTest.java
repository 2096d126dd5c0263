package org.threeshift.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final String CLIENT = "203.0.113.9";

    private final Proxies proxies = Proxies.of("127.0.0.1, 10.0.0.0/8 ,fd00::/8");

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.0.0.2, false",
        "10.255.0.1, true",
        "11.0.0.1, false",
        "::ffff:10.0.0.1, true",
        "fd12::1, true",
        "fe12::1, false",
        "::1, false",
        "localhost, false",
        "'', false"
    })
    void only_addresses_in_a_range_are_believed(String address, boolean believed) {
        assertThat(proxies.believe(address)).isEqualTo(believed);
    }

    @ParameterizedTest
    @CsvSource({"172.16.0.0/12, 172.31.255.255, true", "172.16.0.0/12, 172.32.0.0, false", "0.0.0.0/0, 8.8.8.8, true"})
    void a_range_may_end_within_a_byte(String range, String address, boolean believed) {
        assertThat(Proxies.of(range).believe(address)).isEqualTo(believed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129"})
    void what_is_no_range_stops_the_start(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> Proxies.of(range));
    }

    @Test
    void nobody_is_believed_when_nothing_is_configured() {
        assertThat(Proxies.of("").believe("127.0.0.1")).isFalse();
    }

    @Test
    void the_sender_is_whom_the_last_believed_proxy_names() {
        assertThat(proxies.sender("127.0.0.1", List.of(CLIENT))).isEqualTo(CLIENT);
        assertThat(proxies.sender("127.0.0.1", List.of(CLIENT, "10.0.0.7"))).isEqualTo(CLIENT);
        assertThat(proxies.sender("127.0.0.1", List.of())).isEqualTo("127.0.0.1");
    }

    @Test
    void what_a_sender_writes_about_others_is_not_believed() {
        assertThat(proxies.sender("127.0.0.1", List.of("1.2.3.4", CLIENT))).isEqualTo(CLIENT);
        assertThat(proxies.sender("127.0.0.1", List.of("10.9.9.9", CLIENT, "10.0.0.7")))
                .isEqualTo(CLIENT);
        assertThat(proxies.sender(CLIENT, List.of("1.2.3.4"))).isEqualTo(CLIENT);
        assertThat(proxies.sender("127.0.0.1", List.of("1.2.3.4", "unknown"))).isEqualTo("127.0.0.1");
    }
}
