package org.threeshift.core.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.following.Candidates.NONE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threeshift.core.rubric.Shift;

class RulesTest {

    @Test
    void whoever_does_not_move_over_three_scorecards_is_stuck_on_the_lowest_such_shift() {
        Finding finding = only(
                candidate().scorecard(2.8, 3.0, 4.4).scorecard(2.9, 3.1, 3.5).scorecard(2.7, 3.4, 2.9));

        assertThat(finding.need()).isEqualTo(Need.STUCK);
        assertThat(finding.shift()).contains(Shift.STRATEGY);
        assertThat(finding.values()).containsExactly(2.7, 2.9, 2.8);
    }

    @Test
    void whoever_moves_half_a_level_has_too_few_scorecards_or_stands_high_is_not_stuck() {
        assertThat(needs(candidate().scorecard(2.5, 4, 4).scorecard(2.75, 4, 4).scorecard(3.0, 4, 4)))
                .isEmpty();
        assertThat(needs(candidate().scorecard(2.8, 4, 4).scorecard(2.8, 4, 4))).isEmpty();
        assertThat(needs(candidate().scorecard(2.8, 4, 4).scorecard(NONE, 4, 4).scorecard(2.8, 4, 4)))
                .isEmpty();
        assertThat(needs(candidate().scorecard(3.5, 4, 4).scorecard(3.5, 4, 4).scorecard(3.5, 4, 4)))
                .isEmpty();
    }

    @Test
    void whoever_falls_half_a_level_and_rises_nowhere_goes_back() {
        Finding finding = only(candidate().scorecard(3.0, 2.4, 3.0).scorecard(3.5, 3.5, 3.2));

        assertThat(finding.need()).isEqualTo(Need.REGRESSING);
        assertThat(finding.shift()).contains(Shift.ACCOUNTABILITY);
        assertThat(finding.values()).containsExactly(3.5, 2.4);
    }

    @Test
    void whoever_rises_elsewhere_or_falls_less_does_not_go_back() {
        assertThat(needs(candidate().scorecard(2.5, 3.5, 3.0).scorecard(3.5, 3.0, 3.0)))
                .isEmpty();
        assertThat(needs(candidate().scorecard(3.2, 3.2, 3.2).scorecard(3.6, 3.2, 3.2)))
                .isEmpty();
        assertThat(needs(candidate().scorecard(2.5, 3.0, 3.0))).isEmpty();
        assertThat(needs(candidate().scorecard(2.5, 3.0, 3.0).scorecard(NONE, 3.0, 3.0)))
                .isEmpty();
    }

    @Test
    void whoever_scores_themselves_far_above_the_interviewers_on_two_shifts_is_over_confident() {
        assertThat(only(candidate().scorecard(Set.of(1), 0.7, 1, 2, 3, NONE)).need())
                .isEqualTo(Need.OVER_CONFIDENT);
        assertThat(needs(candidate().scorecard(Set.of(1), 0.7, 1, 2, NONE, NONE)))
                .isEmpty();
        assertThat(needs(candidate().scorecard(Set.of(1), 0.69, 1, 2, 3, 3))).isEmpty();
        assertThat(needs(candidate().scorecard(Set.of(1), -2, 1, 4, 4, 4))).isEmpty();
        assertThat(needs(candidate().scorecard(Set.of(1), 0, 1, 2, 3, 3).scorecard(Set.of(1), 2, 1, 2, 3, 3)))
                .isEmpty();
    }

    /** 0.8 above through three shifts, of which two have too little to say: their scorecard says no more than that either. */
    @Test
    void what_too_few_questions_say_makes_nobody_over_confident() {
        assertThat(needs(candidate().seeingThemselves(0.8, 3, 2, 2))).isEmpty();
        assertThat(needs(candidate().seeingThemselves(0.8, 3, 3, 2))).containsExactly(Need.OVER_CONFIDENT);
        assertThat(needs(candidate().seeingThemselves(0.69, 7, 7, 7))).isEmpty();
    }

    @Test
    void whoever_was_not_interviewed_for_three_weeks_is_inactive_unless_something_is_planned() {
        Instant day21 = Candidates.NOW.minus(Duration.ofDays(21));
        assertThat(needs(candidate().since(20))).isEmpty();
        assertThat(only(candidate().since(21)).values()).containsExactly(21.0);
        assertThat(only(candidate().since(30).activity(Optional.empty())).need())
                .isEqualTo(Need.INACTIVE);
        assertThat(needs(candidate().since(30).activity(held(day21)))).containsExactly(Need.INACTIVE);
        assertThat(needs(candidate().since(30).activity(held(day21.plusSeconds(1)))))
                .isEmpty();
        assertThat(needs(candidate()
                        .since(30)
                        .activity(Optional.of(new Activity(Optional.empty(), Optional.of(Candidates.NOW), 0)))))
                .isEmpty();
        assertThat(needs(candidate().since(300).scorecard(3, 3, 3))).isEmpty();
    }

    @Test
    void whoever_stands_high_and_surely_on_every_shift_by_three_raters_is_ready() {
        assertThat(only(candidate().scorecard(Set.of(1, 2, 3), NONE, 1.25, 3.75, 4, 5))
                        .values())
                .containsExactly(3.75);
        assertThat(needs(candidate().scorecard(Set.of(1, 2), NONE, 1.25, 3.75, 4, 5)))
                .isEmpty();
        assertThat(needs(candidate().scorecard(Set.of(1, 2, 3), NONE, 1.26, 3.75, 4, 5)))
                .isEmpty();
        assertThat(needs(candidate().scorecard(Set.of(1, 2, 3), NONE, 0.5, 3.74, 4, 5)))
                .isEmpty();
        assertThat(needs(candidate().scorecard(Set.of(1, 2, 3), NONE, 0.5, NONE, 4, 5)))
                .isEmpty();
        assertThat(needs(candidate()
                        .scorecard(Set.of(1, 2), NONE, 0.5, 4, 4, 5)
                        .scorecard(Set.of(3), NONE, 0.5, 4, 4, 5)))
                .containsExactly(Need.READY);
    }

    private static Candidates candidate() {
        return Candidates.called("Mira Rossi");
    }

    private static Optional<Activity> held(Instant at) {
        return Optional.of(new Activity(Optional.of(at), Optional.empty(), 0));
    }

    private static Finding only(Candidates candidate) {
        List<Finding> findings = candidate.row().findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static List<Need> needs(Candidates candidate) {
        return candidate.row().findings().stream().map(Finding::need).toList();
    }
}
