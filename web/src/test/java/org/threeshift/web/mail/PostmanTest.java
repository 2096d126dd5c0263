package org.threeshift.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostmanTest {
    @Test
    void what_a_server_repeats_of_an_address_is_not_for_the_log() {
        assertThat(Postman.withoutAddresses("450 4.2.1 <ada@example.org>: o'hara@sub.example.org is busy"))
                .isEqualTo("450 4.2.1 <…>: … is busy");
        assertThat(Postman.withoutAddresses("421 4.3.2 stopping")).isEqualTo("421 4.3.2 stopping");
    }
}
