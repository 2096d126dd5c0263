package org.threeshift.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ExchangeRefusalTest {
    @Test
    void each_has_a_sentence_and_no_sentence_is_left_over() {
        var keys = ResourceBundle.getBundle("org.threeshift.core.exchange.exchange", Locale.ROOT)
                .keySet();
        assertThat(keys.stream().filter(key -> key.startsWith("refusal.")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ExchangeRefusal.values())
                        .map(refusal -> "refusal." + refusal.name())
                        .toList());
    }

    @Test
    void numbers_are_those_of_the_rule() {
        assertThat(ExchangeRefusal.MINUTES.sentence()).contains("from 20 to 240");
    }
}
