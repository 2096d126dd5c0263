package org.threeshift.core.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.network.Reach;

class SubscriptionTest {
    private static final String SOMEWHERE = "https://push.example.org/v2/abc";
    private static final Browser BROWSER = new Browser();

    @Test
    void what_a_browser_gives_is_taken_with_padding_or_without() {
        assertThat(Subscription.of(SOMEWHERE, BROWSER.key(), BROWSER.secret(), Reach.PUBLIC))
                .isPresent();
        assertThat(Subscription.of(SOMEWHERE, BROWSER.key() + "=", BROWSER.secret() + "==", Reach.PUBLIC))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "push.example.org",
                "http://push.example.org/abc",
                "https://push.example.org:22/abc",
                "https://ada:secret@push.example.org/abc",
                "javascript:alert(1)"
            })
    void an_endpoint_to_which_nothing_is_sent_is_none(String endpoint) {
        assertThat(Subscription.of(endpoint, BROWSER.key(), BROWSER.secret(), Reach.PUBLIC))
                .isEmpty();
    }

    @Test
    void neither_is_one_that_is_longer_than_any() {
        assertThat(Subscription.of(SOMEWHERE + "x".repeat(1_000), BROWSER.key(), BROWSER.secret(), Reach.PUBLIC))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "++++"})
    void keys_of_another_length_are_none(String key) {
        assertThat(Subscription.of(SOMEWHERE, key, BROWSER.secret(), Reach.PUBLIC))
                .isEmpty();
        assertThat(Subscription.of(SOMEWHERE, BROWSER.key(), key, Reach.PUBLIC)).isEmpty();
    }

    @Test
    void a_key_that_is_no_point_of_the_curve_is_none() {
        byte[] off = BROWSER.point();
        off[64] ^= 1;
        assertThat(Subscription.of(
                        SOMEWHERE,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(off),
                        BROWSER.secret(),
                        Reach.PUBLIC))
                .isEmpty();
    }

    @Test
    void keys_of_an_installation_belong_together_or_are_refused_without_being_named() {
        ServerKeys one = ServerKeys.fresh();
        ServerKeys other = ServerKeys.fresh();
        assertThat(ServerKeys.of(one.open(), one.secret()).text()).isEqualTo(one.text());
        assertThatThrownBy(() -> ServerKeys.of(one.open(), other.secret()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(one.text());
        assertThatThrownBy(() -> ServerKeys.of(new byte[65], one.secret())).hasMessageContaining("65 octets");
    }
}
