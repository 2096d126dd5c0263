package org.threeshift.web.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.threeshift.core.booking.Rules;
import org.threeshift.web.page.RealPages;
import org.threeshift.web.page.Texts;

class UntilTest {
    private final Texts texts = RealPages.texts();

    @Test
    void whole_days_are_said_as_days_from_two_on() {
        assertThat(Until.hours(texts, 1)).isEqualTo("1 hour");
        assertThat(Until.hours(texts, 24)).isEqualTo("24 hours");
        assertThat(Until.hours(texts, 36)).isEqualTo("36 hours");
        assertThat(Until.hours(texts, 48)).isEqualTo("2 days");
        assertThat(Until.hours(texts, 336)).isEqualTo("14 days");
    }

    @Test
    void rules_without_limits_say_so() {
        assertThat(Until.rules(texts, new Rules(0, 0, 0, 4, 28, 0, 30)))
                .isEqualTo(
                        "Book until it begins. You can move a session until it begins. You can call it off until it begins;"
                                + " less than 24 hours before, that counts as late.");
    }
}
