package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.threeshift.core.rubric.Shift;

class SummaryTest {
    private final Scorecard whole = ScorecardTest.threeTimes(2, 3, 4);
    private final Scorecard summary = whole.summary();

    @Test
    void a_summary_keeps_the_chart_the_verdict_and_the_plan() {
        for (Shift shift : Shift.values()) {
            assertThat(summary.on(shift).score()).isEqualTo(whole.on(shift).score());
            assertThat(summary.on(shift).self()).isEqualTo(whole.on(shift).self());
        }
        assertThat(summary.verdicts()).isEqualTo(whole.verdicts());
        assertThat(summary.headline()).isEqualTo(whole.headline());
        assertThat(summary.practice())
                .extracting(Practice::title)
                .isEqualTo(whole.practice().stream().map(Practice::title).toList());
    }

    @Test
    void a_summary_holds_no_word_of_an_interviewer_and_no_single_question() {
        assertThat(whole.signed())
                .allSatisfy(signed -> assertThat(signed.summary()).isNotEmpty());
        assertThat(whole.questions()).isNotEmpty();
        assertThat(summary.questions()).isEmpty();
        assertThat(summary.amendments()).isEmpty();
        assertThat(summary.skills()).isEmpty();
        assertThat(summary.sentence()).isEmpty();
        assertThat(summary.signed())
                .allSatisfy(signed -> assertThat(signed.summary()).isEmpty());
        assertThat(summary.practice())
                .allSatisfy(item -> assertThat(item.question()).isEmpty());
        assertThat(summary.shifts())
                .allSatisfy(shift -> assertThat(shift.raters()).isEmpty());
    }
}
