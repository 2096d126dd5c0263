package org.threeshift.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PatienceTest {
    private final Texts texts = texts();

    @Test
    void seconds_and_minutes_are_rounded_up_so_that_nobody_comes_too_early() {
        assertThat(Patience.sentence(Duration.ofMillis(400), texts)).contains("Wait 1 second,");
        assertThat(Patience.sentence(Duration.ofMillis(9_100), texts)).contains("Wait 10 seconds,");
        assertThat(Patience.sentence(Duration.ofSeconds(121), texts)).contains("Wait 3 minutes,");
    }

    @Test
    void programs_are_told_too() {
        var request = new MockHttpServletRequest();
        var response = new MockHttpServletResponse();
        assertThat(Patience.sentence(request, texts)).isEqualTo(texts.text("error.too-often.sentence"));
        Patience.ask(Duration.ofSeconds(40), request, response);
        assertThat(response.getHeader("Retry-After")).isEqualTo("40");
        assertThat(Patience.sentence(request, texts)).contains("Wait 40 seconds,");
    }

    private static Texts texts() {
        try {
            return new Texts(new TextsConfiguration().messageSource(), Locale.ENGLISH);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
