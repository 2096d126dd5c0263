package org.threeshift.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.threeshift.core.analysis.Coefficient.Name;
import org.threeshift.core.analysis.Reason.Code;

class AgreementTest {
    @Test
    void one_rater_agrees_with_nobody() {
        everyReason(Tables.byRater("1 2 3 4"), Code.ONE_RATER);
    }

    @Test
    void raters_who_rated_nothing_in_common_are_not_compared() {
        everyReason(Tables.byRater("1 2 . .", ". . 3 4"), Code.NO_PAIRS);
    }

    @Test
    void no_levels_are_no_agreement() {
        everyReason(List.of(), Code.NO_LEVELS);
    }

    @Test
    void levels_that_are_all_the_same_say_nothing() {
        everyReason(Tables.byRater("3 3 3", "3 3 3"), Code.ALL_THE_SAME);
    }

    @Test
    void cohen_compares_two_raters() {
        Agreement three = Tables.agreement(Tables.byRater("1 2 3", "1 2 3", "1 2 2"));
        for (Name name : List.of(Name.COHEN_KAPPA, Name.WEIGHTED_KAPPA_LINEAR, Name.WEIGHTED_KAPPA_QUADRATIC)) {
            assertThat(reason(three, name).sentence()).isEqualTo("It compares exactly two raters, and here are 3.");
        }
    }

    @Test
    void cohen_takes_what_both_rated() {
        Agreement gaps = Tables.agreement(Tables.byRater("1 2 3 3 . 5", "1 2 3 2 4 ."));
        Agreement full = Tables.agreement(Tables.byRater("1 2 3 3", "1 2 3 2"));
        assertThat(gaps.coefficient(Name.COHEN_KAPPA)).isEqualTo(full.coefficient(Name.COHEN_KAPPA));
        assertThat(gaps.coefficient(Name.COHEN_KAPPA).n()).isEqualTo(4);
    }

    @Test
    void fleiss_and_the_one_way_correlations_need_as_many_levels_everywhere_but_not_the_same_raters() {
        Agreement uneven = Tables.agreement(Tables.byRater("1 2 3", "1 2 3", ". 2 2"));
        assertThat(reason(uneven, Name.FLEISS_KAPPA).sentence())
                .isEqualTo(
                        "It needs the same number of levels, at least two, on everything that was rated. Here it is from 2 to 3.");
        assertThat(reason(uneven, Name.ICC_1_1).code()).isEqualTo(Code.UNEVEN);
        Agreement even = Tables.agreement(Tables.byRater("1 2 3", "1 2 .", ". . 2"));
        assertThat(even.coefficient(Name.FLEISS_KAPPA).value()).isPresent();
        assertThat(even.coefficient(Name.ICC_1_K).value()).isPresent();
    }

    @Test
    void two_way_correlations_need_every_cell() {
        Agreement gaps = Tables.agreement(Tables.byRater("1 2 3", "1 2 .", ". . 2"));
        assertThat(reason(gaps, Name.ICC_2_1).sentence())
                .isEqualTo("It needs every rater’s level on everything that was rated. Here 3 of 9 cells are empty.");
        assertThat(reason(gaps, Name.ICC_3_K).code()).isEqualTo(Code.GAPS);
    }

    @Test
    void an_interval_holds_its_coefficient_even_where_that_is_below_minus_1() {
        Coefficient far =
                Tables.agreement(Tables.byRater("1 1 5 5 1 5", "5 5 1 1 4 2")).coefficient(Name.GWET_AC2_QUADRATIC);
        double value = far.value().orElseThrow();
        assertThat(value).isLessThan(-1);
        assertThat(far.low().orElseThrow()).isLessThanOrEqualTo(value);
        assertThat(far.high().orElseThrow()).isGreaterThanOrEqualTo(value);
    }

    /** By exact arithmetic it divides by 1/6 + (0 − 1/2) / 3 = 0, and by 2/3 + (0 − 2) / 3 = 0. */
    @Test
    void variances_that_add_up_to_nothing_give_no_correlation_whatever_rounding_makes_of_them() {
        for (List<Rating> table : List.of(Tables.byRater("1 1 2", "1 2 1"), Tables.byRater("1 1 3", "1 3 1"))) {
            assertThat(reason(Tables.agreement(table), Name.ICC_2_K).code()).isEqualTo(Code.NO_VARIANCE);
        }
    }

    @Test
    void one_subject_has_no_intraclass_correlation() {
        Agreement one = Tables.agreement(Tables.byRater("1", "2", "4"));
        assertThat(reason(one, Name.ICC_1_1).code()).isEqualTo(Code.ONE_UNIT);
        assertThat(reason(one, Name.ICC_2_K).code()).isEqualTo(Code.ONE_UNIT);
        assertThat(one.coefficient(Name.KRIPPENDORFF_ALPHA_NOMINAL).value().orElseThrow())
                .isZero();
        assertThat(one.coefficient(Name.KRIPPENDORFF_ALPHA_NOMINAL).low()).isEmpty();
    }

    @Test
    void subjects_with_one_mean_have_nothing_to_agree_on() {
        Agreement flat = Tables.agreement(Tables.byRater("1 2 1 2", "2 1 2 1"));
        assertThat(reason(flat, Name.ICC_1_K).code()).isEqualTo(Code.NOTHING_BETWEEN);
        assertThat(reason(flat, Name.ICC_3_K).code()).isEqualTo(Code.NOTHING_BETWEEN);
        assertThat(reason(flat, Name.ICC_2_K).code()).isEqualTo(Code.NO_VARIANCE);
        assertThat(flat.coefficient(Name.ICC_1_1).value().orElseThrow()).isEqualTo(-1, within(1e-12));
    }

    /** The second rater is always one level stricter: consistent, not in agreement. */
    @Test
    void strictness_counts_in_icc_2_and_not_in_icc_3() {
        Agreement strict = Tables.agreement(Tables.byRater("2 3 4 5", "1 2 3 4"));
        assertThat(strict.coefficient(Name.ICC_3_1).value().orElseThrow()).isEqualTo(1, within(1e-12));
        assertThat(strict.coefficient(Name.ICC_2_1).value().orElseThrow()).isEqualTo(10.0 / 13, within(1e-12));
        assertThat(strict.coefficient(Name.ICC_2_1).low().orElseThrow()).isLessThan(10.0 / 13);
    }

    @Test
    void a_ratio_scale_begins_at_zero() {
        assertThat(reason(Tables.agreement(Tables.byRater("-1.5 2 3", "1 2 3")), Name.KRIPPENDORFF_ALPHA_RATIO)
                        .sentence())
                .isEqualTo("A ratio scale begins at zero, and here is a level of -1.5.");
        assertThat(Tables.agreement(Tables.byRater("0 2 3", "0 2 3"))
                        .coefficient(Name.KRIPPENDORFF_ALPHA_RATIO)
                        .value()
                        .orElseThrow())
                .isEqualTo(1);
    }

    @Test
    void levels_need_not_be_whole_and_count_by_their_distance() {
        Agreement fractions = Tables.agreement(Tables.byRater("0.5 1.25 9 0.5", "0.75 1.25 9 9"));
        assertThat(fractions.coefficients())
                .allSatisfy(coefficient -> assertThat(coefficient.value())
                        .as(coefficient.name().key())
                        .isPresent());
    }

    @Test
    void each_item_of_a_subject_is_compared_by_itself() {
        List<Rating> ratings = List.of(
                new Rating("Ada", "budget", "Dana", 3),
                new Rating("Ada", "budget", "Eli", 4),
                new Rating("Ada", "team", "Dana", 2),
                new Rating("Ada", "team", "Eli", 2));
        Agreement agreement = Tables.agreement(ratings);
        assertThat(agreement.subjects()).isEqualTo(1);
        assertThat(agreement.units()).isEqualTo(2);
        assertThat(agreement.coefficient(Name.ICC_2_1).n()).isEqualTo(2);
    }

    @Test
    void a_panel_agrees_on_eight_answers_or_says_nothing() {
        assertThat(PanelAgreement.of(Ratings.of(Tables.byRater("1 2 3 4 5 1 2 3", "1 2 3 4 5 1 2 ."))))
                .isEqualTo(new PanelAgreement.TooLittle(7));
    }

    /** Nine answers, on seven of which a third rater gave a level too. */
    @Test
    void the_mean_of_a_panel_is_judged_on_what_everybody_observed() {
        List<Rating> ratings = Tables.byRater("1 2 3 4 5 1 2 3 4", "1 2 3 4 5 1 2 3 5", "1 2 3 4 5 1 2 . .");
        assertThat(PanelAgreement.of(Ratings.of(ratings))).isInstanceOfSatisfying(PanelAgreement.Found.class, found -> {
            assertThat(found.alpha().n()).isEqualTo(9);
            assertThat(found.complete()).isEqualTo(7);
            assertThat(found.mean()).isEmpty();
        });
        ratings.add(new Rating("unit-007", "", "rater-2", 3));
        assertThat(PanelAgreement.of(Ratings.of(ratings)))
                .isInstanceOfSatisfying(
                        PanelAgreement.Found.class,
                        found -> assertThat(found.mean())
                                .hasValueSatisfying(mean -> assertThat(mean.n()).isEqualTo(8)));
    }

    @Test
    void a_rater_rates_the_same_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Ratings.of(List.of(new Rating("Ada", "", "Dana", 3), new Rating("Ada", "", "Dana", 4))));
    }

    @Test
    void the_same_seed_draws_the_same_interval() {
        List<Rating> ratings = Tables.byRater("1 2 3 3 2 1 4 1", "1 2 3 3 2 2 4 3", "2 3 3 3 2 3 4 2");
        Coefficient once =
                Agreement.of(Ratings.of(ratings), new Random(7)).coefficient(Name.KRIPPENDORFF_ALPHA_ORDINAL);
        Coefficient again =
                Agreement.of(Ratings.of(ratings), new Random(7)).coefficient(Name.KRIPPENDORFF_ALPHA_ORDINAL);
        assertThat(again).isEqualTo(once);
        assertThat(once.low().orElseThrow()).isLessThan(once.value().orElseThrow());
        assertThat(once.high().orElseThrow()).isGreaterThan(once.value().orElseThrow());
    }

    /** The true alpha of a long table lies in the intervals of short ones about as often as they say. */
    @Test
    void a_bootstrap_interval_covers_what_it_should() {
        Random random = new Random(3);
        double truth = noisy(random, 4_000)
                .coefficient(Name.KRIPPENDORFF_ALPHA_ORDINAL)
                .value()
                .orElseThrow();
        int covered = 0;
        for (int time = 0; time < 40; time++) {
            Coefficient alpha = noisy(random, 60).coefficient(Name.KRIPPENDORFF_ALPHA_ORDINAL);
            if (alpha.low().orElseThrow() <= truth && truth <= alpha.high().orElseThrow()) {
                covered++;
            }
        }
        assertThat(covered).isBetween(34, 40);
    }

    @Test
    void a_hundred_thousand_levels_take_about_a_second() {
        Random random = new Random(5);
        List<Rating> whole = new ArrayList<>();
        List<Rating> fractions = new ArrayList<>();
        for (int unit = 0; unit < 25_000; unit++) {
            for (int rater = 0; rater < 4; rater++) {
                whole.add(new Rating("s" + unit, "", "r" + rater, random.nextInt(1, 6)));
                fractions.add(new Rating("s" + unit, "", "r" + rater, random.nextDouble()));
            }
        }
        assertThat(quick(whole).coefficient(Name.KRIPPENDORFF_ALPHA_ORDINAL).low())
                .isPresent();
        assertThat(reason(quick(fractions), Name.KRIPPENDORFF_ALPHA_RATIO).sentence())
                .isEqualTo("It compares every level with every other, and here are more than 4,000 different ones.");
    }

    /** In several times of what it takes, so that a busy machine passes and a loop over pairs of levels does not. */
    private static Agreement quick(List<Rating> ratings) {
        long before = System.nanoTime();
        Agreement agreement = Tables.agreement(ratings);
        assertThat(agreement.levels()).isEqualTo(100_000);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        return agreement;
    }

    private static Agreement noisy(Random random, int units) {
        List<Rating> ratings = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            double height = 3 + 1.2 * random.nextGaussian();
            for (int rater = 0; rater < 3; rater++) {
                double level = Math.clamp(Math.round(height + 0.8 * random.nextGaussian()), 1, 5);
                ratings.add(new Rating("s" + unit, "", "r" + rater, level));
            }
        }
        return Agreement.of(Ratings.of(ratings), random);
    }

    private static void everyReason(List<Rating> ratings, Code code) {
        Agreement agreement = Tables.agreement(ratings);
        Arrays.stream(Name.values())
                .forEach(name -> assertThat(reason(agreement, name).code())
                        .as(name.key())
                        .isEqualTo(code));
    }

    private static Reason reason(Agreement agreement, Name name) {
        return agreement.coefficient(name).reason().orElseThrow(() -> new AssertionError(name + " has a value"));
    }
}
