package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.rubric.Shift.STRATEGY;
import static org.threeshift.core.rubric.Shift.TEAM;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.rubric.Shift;

class TrendTest {

    @Test
    void a_trend_begins_with_the_oldest_and_says_of_each_shift_whether_it_moved() {
        // Strategy 2, 2, 2 and then 4, 4, 4: error √(1/36) each, 2 ± t(0.975, 4) · √(2/36) = 2 ± 0.654. Team never
        // moved.
        Trend trend = Trend.of(List.of(standing(20, 4, 3), standing(0, 2, 3)));

        assertThat(trend.standings().getFirst()).isEqualTo(standing(0, 2, 3));
        assertThat(trend.change(STRATEGY).orElseThrow().direction()).isEqualTo(Change.Direction.UP);
        assertThat(trend.change(TEAM).orElseThrow().direction()).isEqualTo(Change.Direction.UNCLEAR);
        assertThat(trend.change(Shift.ACCOUNTABILITY)).isEmpty();
        assertThat(trend.scores(STRATEGY)).isEqualTo(2);
        assertThat(trend.scores(Shift.ACCOUNTABILITY)).isZero();
    }

    @Test
    void a_single_interview_has_no_change_and_nobody_without_one_has_a_trend() {
        assertThat(Trend.of(List.of(standing(0, 2, 3))).changes()).isEmpty();
        assertThat(Trend.of(List.of()).standings()).isEmpty();
    }

    @Test
    void the_picture_numbers_the_first_and_the_last_score_and_draws_none_for_too_little() {
        Score nothing = new Score.TooLittle(new Score.Basis(2, 2, 2, 0, 1));
        String picture = new TrendChart(
                        "trend-strategy",
                        STRATEGY,
                        List.of(
                                new TrendChart.Point("1 Jan 2026", nothing),
                                new TrendChart.Point("1 Feb 2026", score(2)),
                                new TrendChart.Point("1 Mar 2026", score(3)),
                                new TrendChart.Point("1 Apr 2026", score(4)),
                                new TrendChart.Point("1 May 2026", nothing)))
                .draw();

        assertThat(picture.split("gap-now", -1)).hasSize(4);
        assertThat(picture.split("gap-band", -1)).hasSize(4);
        assertThat(picture).contains(">2.0</text>", ">4.0</text>").doesNotContain(">3.0</text>", "NaN");
        assertThat(picture).contains("1 Jan 2026: too little to say.", "1 Feb 2026: 2.0, band 1.3 to 2.7.");
    }

    @Test
    void a_picture_of_one_interview_stands_in_the_middle() {
        String picture = new TrendChart("t", TEAM, List.of(new TrendChart.Point("1 Jan 2026", score(3)))).draw();

        assertThat(picture)
                .contains(">3.0</text>", "text-anchor=\"middle\">1 Jan 2026")
                .doesNotContain("NaN");
    }

    /** Three questions, all of the same level; nothing on accountability. */
    private static Standing standing(int days, int strategy, int team) {
        Map<Shift, Score> scores = Arrays.stream(Shift.values())
                .collect(Collectors.toMap(Function.identity(), shift -> switch (shift) {
                    case STRATEGY -> score(strategy);
                    case TEAM -> score(team);
                    case ACCOUNTABILITY -> new Score.TooLittle(new Score.Basis(0, 0, 0, 0, 0));
                }));
        return new Standing(
                Played.CANDIDATE,
                new InterviewId(new UUID(8, days)),
                "The seven",
                Played.START.plus(Duration.ofDays(days)),
                Played.START.plus(Duration.ofDays(days + 1L)),
                scores,
                Map.of());
    }

    private static Score score(int level) {
        return Score.of(TwoWayTest.table(new int[][] {{level}, {level}, {level}}));
    }
}
