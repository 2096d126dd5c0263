package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeshift.core.rubric.Level;

class TwoWayTest {

    @Test
    void without_missing_levels_it_is_the_analysis_of_variance() {
        // Question means 7/3, 7/3, 10/3, 10/3 around 17/6: MSq = 3 · 4 · (1/2)² / 3 = 1.
        // Interviewer means 5/2, 5/2, 7/2: MSr = 4 · (1/9 + 1/9 + 4/9) / 2 = 4/3. Nothing is left over: MSe = 0.
        // Variance (1 + 4/3 − 0) / 12 = 7/36 · degrees (7/3)² / (1²/3 + (4/3)²/2 + 0) = (49/9) / (11/9) = 4.45, so 4
        TwoWay.Doubt error = TwoWay.of(table(new int[][] {{2, 2, 3}, {2, 2, 3}, {3, 3, 4}, {3, 3, 4}}))
                .orElseThrow();

        assertThat(error.standardError()).isCloseTo(Math.sqrt(7.0 / 36), within(1e-12));
        assertThat(error.degrees()).isEqualTo(4);
    }

    @Test
    void a_missing_level_is_no_level() {
        // 11 levels, sum 32, sum of squares 98: Tμ = 32²/11 = 93.0909.
        // Tq = 7²/3 + 5²/2 + 10²/3 + 10²/3 = 95.5 · Tr = 10²/4 + 8²/3 + 14²/4 = 95.3333.
        // Σn² over questions 3² + 2² + 3² + 3² = 31, over interviewers 4² + 3² + 4² = 41, so what is expected:
        //   Tq − Tμ           = 2.409091 = (11 − 31/11) q + (4 − 41/11) r + 3 e
        //   Tr − Tμ           = 2.242424 = (3 − 31/11) q + (11 − 41/11) r + 2 e
        //   T0 − Tq − Tr + Tμ = 0.257576 = (31/11 − 3) q + (41/11 − 4) r + 5 e
        // solved by q = 0.257143, r = 0.280952, e = 0.076190 (all three hold: try them).
        // Weights: a level on the second question 1/8, on the others 1/12. By interviewer 1/3 + 1/24, 1/4, 1/3 + 1/24:
        // Σ w_r² = 2 · (3/8)² + 1/16 = 0.34375 · Σ w² = 2/64 + 9/144 = 0.09375 · Σ w_q² = 1/4
        // Variance 0.257143/4 + 0.34375 · 0.280952 + 0.09375 · 0.076190 = 0.168006, error 0.409885.
        TwoWay.Doubt error = TwoWay.of(table(new int[][] {{2, 2, 3}, {2, 0, 3}, {3, 3, 4}, {3, 3, 4}}))
                .orElseThrow();

        assertThat(error.standardError()).isCloseTo(0.409885, within(1e-6));
        // Between the 2 of the interviewers and the 3 of the questions; by the traces of the matrices 3.58.
        assertThat(error.degrees()).isEqualTo(3);
    }

    @Test
    void what_is_missing_by_chance_hardly_moves_it() {
        double whole = TwoWay.of(table(new int[][] {{3, 4, 4}, {2, 3, 4}, {4, 4, 5}, {3, 3, 5}, {2, 3, 3}}))
                .orElseThrow()
                .standardError();
        double part = TwoWay.of(table(new int[][] {{3, 4, 4}, {2, 3, 4}, {4, 4, 5}, {3, 3, 5}, {2, 0, 3}}))
                .orElseThrow()
                .standardError();

        assertThat(part).isCloseTo(whole, within(0.1));
    }

    @Test
    void two_interviewers_are_no_sample_and_neither_are_two_questions() {
        assertThat(TwoWay.of(table(new int[][] {{2, 3}, {3, 4}, {4, 5}, {2, 2}})))
                .isEmpty();
        assertThat(TwoWay.of(table(new int[][] {{2, 3, 4}, {3, 4, 4}}))).isEmpty();
        assertThat(TwoWay.of(table(new int[][] {{2, 3, 4}, {3, 4, 4}, {4, 0, 0}})))
                .isEmpty();
        assertThat(TwoWay.of(table(new int[][] {{2, 3, 4}, {3, 4, 0}, {4, 2, 0}})))
                .isEmpty();
        assertThat(TwoWay.of(table(new int[][] {{2, 3, 4}, {3, 4, 4}, {4, 2, 3}})))
                .isPresent();
    }

    @Test
    void levels_that_are_all_the_same_show_no_error_to_estimate() {
        assertThat(TwoWay.of(table(new int[][] {{3, 3, 3}, {3, 3, 3}, {3, 3, 3}})))
                .isEmpty();
    }

    /** A row a question, a column an interviewer; 0 is not observed. */
    static List<Mark> table(int[][] keys) {
        var marks = new ArrayList<Mark>();
        for (int question = 0; question < keys.length; question++) {
            for (int interviewer = 0; interviewer < keys[question].length; interviewer++) {
                marks.add(new Mark(
                        "q" + question, Played.person(interviewer + 1), Level.ofKey(keys[question][interviewer])));
            }
        }
        return marks;
    }
}
