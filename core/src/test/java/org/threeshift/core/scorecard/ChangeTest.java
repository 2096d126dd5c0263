package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeshift.core.scorecard.Change.Direction;
import org.threeshift.core.scorecard.Change.Point;
import org.threeshift.core.scorecard.Score.Basis;
import org.threeshift.core.scorecard.Score.Scored;
import org.threeshift.core.scorecard.Score.TooLittle;

class ChangeTest {
    private static final Basis BASIS = new Basis(5, 5, 5, 0, 1);

    @Test
    void two_scores_are_compared_by_welchs_test() {
        // 4.0 − 2.5 = 1.5 · error √(0.3² + 0.4²) = 0.5 · degrees 0.25² / (0.09²/4 + 0.16²/6) = 0.0625 / 0.0062917 =
        // 9.93, so 9
        // t(0.975, 9) = 2.262157: half 1.131079, from 0.368921 to 2.631079, of which the scale allows 2.5
        Change change =
                Change.over(List.of(at(0, 2.5, 0.3, 4), at(30, 4.0, 0.4, 6))).orElseThrow();

        assertThat(change.size()).isCloseTo(1.5, within(1e-12));
        assertThat(change.low()).isCloseTo(0.368921, within(1e-6));
        assertThat(change.high()).isEqualTo(5 - 2.5);
        assertThat(change.direction()).isEqualTo(Direction.UP);
    }

    @Test
    void a_difference_within_the_noise_has_no_direction() {
        // error 0.5, degrees 9: anything up to 1.131 may be noise
        Change change =
                Change.over(List.of(at(0, 2.5, 0.3, 4), at(30, 3.6, 0.4, 6))).orElseThrow();

        assertThat(change.clear()).isFalse();
        assertThat(change.direction()).isEqualTo(Direction.UNCLEAR);
        assertThat(Change.over(List.of(at(0, 4.0, 0.3, 4), at(30, 2.5, 0.4, 6)))
                        .orElseThrow()
                        .direction())
                .isEqualTo(Direction.DOWN);
    }

    @Test
    void an_interval_as_wide_as_the_scale_allows_says_that_nothing_is_known() {
        // 3.125 to 3.75: error √(0.8² + 0.7²) = 1.063, degrees about 2, half 4.57: from 3.125 the scale allows −2.125
        // to 1.875
        Change change =
                Change.over(List.of(at(0, 3.125, 0.8, 1), at(30, 3.75, 0.7, 1))).orElseThrow();

        assertThat(change.low()).isEqualTo(-2.125);
        assertThat(change.high()).isEqualTo(1.875);
        assertThat(change.direction()).isEqualTo(Direction.OPEN);
        // Held at one end only, it says something.
        assertThat(Change.over(List.of(at(0, 1.5, 0.3, 4), at(30, 1.6, 0.4, 6)))
                        .orElseThrow()
                        .direction())
                .isEqualTo(Direction.UNCLEAR);
    }

    @Test
    void over_three_scores_the_change_is_the_rise_of_the_line_through_them() {
        // Days 0, 10, 20: the slope is (y3 − y1) / 20, so the rise is y3 − y1 = 1.2; the one in the middle weighs
        // nothing.
        // error √(0.2² + 0.2²) = 0.282843 · degrees 0.08² / (0.04²/5 + 0.04²/5) = 10 · t = 2.228139: half 0.630213
        Change change = Change.over(List.of(at(0, 2.8, 0.2, 5), at(10, 1.0, 0.9, 2), at(20, 4.0, 0.2, 5)))
                .orElseThrow();

        assertThat(change.size()).isCloseTo(1.2, within(1e-9));
        assertThat(change.low()).isCloseTo(1.2 - 0.630213, within(1e-6));
        assertThat(change.scores()).isEqualTo(3);
    }

    @Test
    void of_unequal_distances_each_score_weighs_by_its_own() {
        // Days 0, 10, 40: mean 16.67, squares 277.78 + 44.44 + 544.44 = 866.67; factor 40 · (day − mean) / 866.67:
        // −0.769231, −0.307692, 1.076923 · rise −0.769231 · 2 − 0.307692 · 3 + 1.076923 · 4 = 1.846154
        Change change = Change.over(List.of(at(0, 2, 0.2, 5), at(10, 3, 0.2, 5), at(40, 4, 0.2, 5)))
                .orElseThrow();

        assertThat(change.size()).isCloseTo(1.846154, within(1e-6));
    }

    @Test
    void scores_without_a_known_error_say_nothing_about_a_change() {
        var wholeScale = new Point(Instant.EPOCH, new Scored(2, Band.WHOLE_SCALE, BASIS));
        var tooLittle = new Point(Instant.EPOCH, new TooLittle(new Basis(2, 2, 2, 0, 1)));

        assertThat(Change.over(List.of(wholeScale, at(10, 4, 0.2, 5)))).isEmpty();
        assertThat(Change.over(List.of(tooLittle, at(10, 4, 0.2, 5)))).isEmpty();
        assertThat(Change.over(List.of(at(10, 2, 0.2, 5), at(10, 4, 0.2, 5)))).isEmpty();
        assertThat(Change.over(List.of())).isEmpty();
    }

    private static Point at(int day, double mean, double standardError, int degrees) {
        var band = new Band(1, 5, Band.Method.QUESTIONS, standardError, degrees);
        return new Point(Instant.EPOCH.plus(Duration.ofDays(day)), new Scored(mean, band, BASIS));
    }
}
