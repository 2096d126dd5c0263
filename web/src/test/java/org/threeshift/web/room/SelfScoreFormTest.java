package org.threeshift.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeshift.core.interview.CandidateView;
import org.threeshift.core.interview.CandidateView.PosedQuestion;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

class SelfScoreFormTest {
    private static final PosedQuestion QUESTION = new PosedQuestion(
            "goals", 1, "How?", List.of(Shift.STRATEGY, Shift.TEAM), 8, Duration.ZERO, Optional.empty(), false);
    private static final CandidateView VIEW = Views.debriefing(QUESTION).view();

    @Test
    void zero_is_not_observed_and_no_level() {
        SelfScoreForm form = SelfScoreForm.typed(VIEW, Map.of("level-1-strategy", "0", "level-1-team", "5"));
        assertThat(form.errors()).isEmpty();
        assertThat(form.ratings(VIEW))
                .containsExactly(
                        new SelfRating("goals", Shift.STRATEGY, Level.NOT_OBSERVED),
                        new SelfRating("goals", Shift.TEAM, Level.FIVE));
    }

    @ParameterizedTest
    @CsvSource({"'', missing", "' ', missing", "6, unknown", "-1, unknown", "4.0, unknown", "٣, unknown", "33, unknown"
    })
    void what_is_no_level_is_named_at_its_place(String typed, String error) {
        SelfScoreForm form = SelfScoreForm.typed(VIEW, Map.of("level-1-strategy", typed, "level-1-team", "2"));
        assertThat(form.errors()).isEqualTo(Map.of("level-1-strategy", error));
        assertThat(form.value(QUESTION, Shift.TEAM)).isEqualTo("2");
    }

    @Test
    void shifts_that_were_not_asked_about_are_left_alone() {
        SelfScoreForm form = SelfScoreForm.typed(
                VIEW, Map.of("level-1-strategy", "3", "level-1-team", "3", "level-1-accountability", "5", "x", "y"));
        assertThat(form.ratings(VIEW)).hasSize(2);
    }

    @Test
    void what_was_saved_fills_the_form_again() {
        CandidateView scored = Views.debriefing(QUESTION)
                .selfScore(
                        new SelfScore(List.of(new SelfRating("goals", Shift.TEAM, Level.NOT_OBSERVED)), Instant.EPOCH))
                .view();
        SelfScoreForm form = SelfScoreForm.saved(scored);
        assertThat(form.value(QUESTION, Shift.TEAM)).isEqualTo("0");
        assertThat(form.value(QUESTION, Shift.STRATEGY)).isEmpty();
    }
}
