package org.threeshift.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.threeshift.core.hours.Span;

class HoursTest {
    private static final Instant AT = Instant.parse("2026-12-02T16:30:00Z");
    private static final Span BEFORE = Span.of(AT, Duration.ofHours(2));

    @Test
    void a_move_is_told_with_both_days_and_both_ends() {
        assertThat(said(new Span(Instant.parse("2026-12-09T21:30:00Z"), Instant.parse("2026-12-09T22:10:00Z"))))
                .isEqualTo("now Wednesday 9 December, 22:30 to 23:10, instead of Wednesday 2 December, 17:30 to 19:30"
                        + " (Central European Time)");
    }

    @Test
    void another_end_is_told_as_that_and_no_change_as_none() {
        assertThat(said(Span.of(AT, Duration.ofMinutes(40))))
                .isEqualTo("still from Wednesday 2 December, 17:30, but until 18:10 instead of 19:30"
                        + " (Central European Time)");
        assertThat(said(BEFORE)).isEqualTo("still Wednesday 2 December, 17:30 to 19:30 (Central European Time)");
    }

    @Test
    void what_was_posted_without_hours_says_none() {
        assertThat(Hours.parse("")).isEmpty();
    }

    @Test
    void whoever_meets_nobody_and_has_nothing_to_answer_is_told_nothing_of_either() {
        assertThat(Wording.inWords(Map.of("partners", "", "answer", "", "gone", "", "alone", ""), zone(), AT))
                .allSatisfy((_, said) -> assertThat(said).isEmpty());
        assertThat(Wording.inWords(Map.of("partners", "Kofi, Élodie", "answer", "stands"), zone(), AT))
                .containsEntry("partners", "You meet Kofi, Élodie.")
                .containsEntry("answer", "You still count as coming. If you can’t come then, say so on its page.");
    }

    private static String said(Span now) {
        return Wording.inWords(Map.of("hours", Hours.of(now, BEFORE)), zone(), AT)
                .getOrDefault("hours", "");
    }

    private static ZoneId zone() {
        return ZoneId.of("Europe/Berlin");
    }
}
