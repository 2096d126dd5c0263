package org.threeshift.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworksTest {
    @Test
    void neighbours_of_one_subscriber_are_one_network() {
        assertThat(Networks.of("203.0.113.7")).isEqualTo(Networks.of("203.0.113.250"));
        assertThat(Networks.of("2001:db8:1:2::1")).isEqualTo(Networks.of("2001:db8:1:2:ffff::9"));
    }

    @Test
    void others_are_another() {
        assertThat(Networks.of("203.0.113.7")).isNotEqualTo(Networks.of("203.0.114.7"));
        assertThat(Networks.of("2001:db8:1:2::1")).isNotEqualTo(Networks.of("2001:db8:1:3::1"));
    }

    @Test
    void an_address_in_the_clothes_of_the_other_family_is_the_same() {
        assertThat(Networks.of("::ffff:203.0.113.7")).isEqualTo(Networks.of("203.0.113.7"));
    }

    @Test
    void this_machine_itself_is_no_network() {
        assertThat(Networks.of("127.0.0.1")).isEmpty();
        assertThat(Networks.of("127.8.8.8")).isEmpty();
        assertThat(Networks.of("::1")).isEmpty();
    }

    @Test
    void what_is_no_address_is_a_network_by_that_name_and_is_never_looked_up() {
        assertThat(Networks.of("unknown")).contains("unknown");
        assertThat(Networks.of("x".repeat(500)).orElseThrow()).hasSize(64);
    }
}
