package org.threeshift.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class WishTest {
    private static final Instant LAST = Instant.parse("2026-11-19T06:00:00Z");

    @Test
    void each_draw_means_each() {
        assertThat(wish(Pace.EACH_DRAW, Optional.empty(), Optional.empty()).in(Optional.empty()))
                .isTrue();
        assertThat(wish(Pace.EACH_DRAW, Optional.empty(), Optional.of(LAST)).in(Optional.of(LAST)))
                .isTrue();
    }

    @Test
    void every_second_one_is_skipped_after_one_in_which_they_were() {
        Pace second = Pace.EVERY_SECOND_DRAW;
        assertThat(wish(second, Optional.empty(), Optional.empty()).in(Optional.empty()))
                .isTrue();
        assertThat(wish(second, Optional.empty(), Optional.empty()).in(Optional.of(LAST)))
                .isTrue();
        assertThat(wish(second, Optional.empty(), Optional.of(LAST)).in(Optional.of(LAST)))
                .isFalse();
        assertThat(wish(second, Optional.empty(), Optional.of(LAST.minus(Duration.ofDays(7))))
                        .in(Optional.of(LAST)))
                .isTrue();
    }

    @Test
    void whoever_says_so_each_time_is_in_when_they_said_so_alone() {
        assertThat(wish(Pace.WHEN_I_SAY, Optional.empty(), Optional.empty()).in(Optional.empty()))
                .isFalse();
        assertThat(wish(Pace.WHEN_I_SAY, Optional.of(NextDraw.IN), Optional.empty())
                        .in(Optional.empty()))
                .isTrue();
    }

    @Test
    void what_was_said_about_the_next_one_counts_before_the_pace() {
        assertThat(wish(Pace.EACH_DRAW, Optional.of(NextDraw.OUT), Optional.empty())
                        .in(Optional.empty()))
                .isFalse();
        assertThat(wish(Pace.EVERY_SECOND_DRAW, Optional.of(NextDraw.IN), Optional.of(LAST))
                        .in(Optional.of(LAST)))
                .isTrue();
    }

    @Test
    void every_problem_has_a_sentence_and_every_sentence_a_problem() {
        ResourceBundle sentences = ResourceBundle.getBundle("org.threeshift.core.practice.wishes", Locale.ENGLISH);
        assertThat(Arrays.stream(WishProblem.values()).map(WishProblem::key)).hasSameElementsAs(sentences.keySet());
        assertThat(Arrays.stream(WishProblem.values()).map(WishProblem::sentence))
                .allMatch(sentence -> sentence.endsWith("."));
    }

    private static Wish wish(Pace pace, Optional<NextDraw> next, Optional<Instant> drawnAt) {
        return new Wish(Optional.empty(), Optional.empty(), List.of("en"), 60, pace, next, true, drawnAt);
    }
}
