package org.threeshift.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.threeshift.core.analysis.Coefficient.Name;

/** Against the numbers that papers and handbooks print for their own examples, to the last printed digit. */
class PublishedExamplesTest {
    private static final Offset<Double> TWO = within(0.005);
    private static final Offset<Double> THREE = within(0.0005);
    private static final Offset<Double> SEVEN = within(0.00000005);

    /**
     * K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section D: four observers, twelve units. The same table is
     * Gwet's "raw4raters".
     */
    private static final List<Rating> KRIPPENDORFF = Tables.byRater(
            "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .");

    /** P. E. Shrout and J. L. Fleiss, 1979, table 2: four judges, six targets. */
    private static final List<Rating> SHROUT_FLEISS =
            Tables.byRater("9 6 8 7 10 6", "2 1 4 1 5 2", "5 3 6 2 6 4", "8 2 8 6 9 7");

    /** K. L. Gwet, Handbook of Inter-Rater Reliability, 2014: two abstractors, a hundred cases. */
    private static final List<Rating> ABSTRACTORS =
            Tables.crossed(new int[] {13, 0, 0}, new int[] {0, 20, 7}, new int[] {0, 4, 56});

    /** J. L. Fleiss, 1971: the first fifteen of thirty patients by six psychiatrists, with the numbers of Gwet's irrCAC 1.0. */
    private static final List<Rating> PSYCHIATRISTS = Tables.byCounts(
            new int[] {0, 0, 0, 6, 0},
            new int[] {0, 3, 0, 0, 3},
            new int[] {0, 1, 4, 0, 1},
            new int[] {0, 0, 0, 0, 6},
            new int[] {0, 3, 0, 3, 0},
            new int[] {2, 0, 4, 0, 0},
            new int[] {0, 0, 4, 0, 2},
            new int[] {2, 0, 3, 1, 0},
            new int[] {2, 0, 0, 4, 0},
            new int[] {0, 0, 0, 0, 6},
            new int[] {1, 0, 0, 5, 0},
            new int[] {1, 1, 0, 4, 0},
            new int[] {0, 3, 3, 0, 0},
            new int[] {1, 0, 0, 5, 0},
            new int[] {0, 2, 0, 3, 1});

    @Test
    void alpha_of_four_observers_with_missing_levels() {
        Agreement agreement = Tables.agreement(KRIPPENDORFF);
        assertThat(agreement.subjects()).isEqualTo(12);
        assertThat(agreement.raters()).isEqualTo(4);
        has(agreement, Name.KRIPPENDORFF_ALPHA_NOMINAL, 0.743, THREE);
        has(agreement, Name.KRIPPENDORFF_ALPHA_ORDINAL, 0.815, THREE);
        has(agreement, Name.KRIPPENDORFF_ALPHA_INTERVAL, 0.849, THREE);
        has(agreement, Name.KRIPPENDORFF_ALPHA_RATIO, 0.797, THREE);
        assertThat(agreement.coefficient(Name.KRIPPENDORFF_ALPHA_NOMINAL).n()).isEqualTo(11);
    }

    /** Section A and B of the same: two observers, dichotomous and five-valued nominal data. */
    @Test
    void alpha_of_two_observers() {
        has(
                Tables.agreement(Tables.byRater("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")),
                Name.KRIPPENDORFF_ALPHA_NOMINAL,
                0.095,
                THREE);
        has(
                Tables.agreement(Tables.byRater("1 1 2 2 4 3 3 3 5 4 4 1", "1 2 2 2 2 3 3 3 5 4 4 4")),
                Name.KRIPPENDORFF_ALPHA_NOMINAL,
                0.692,
                THREE);
    }

    /** Shrout and Fleiss 1979, table 4, and their limits as psych's ICC prints them. */
    @Test
    void six_intraclass_correlations_with_their_limits() {
        Agreement agreement = Tables.agreement(SHROUT_FLEISS);
        has(agreement, Name.ICC_1_1, 0.17, TWO, -0.13, 0.72);
        has(agreement, Name.ICC_2_1, 0.29, TWO, 0.02, 0.76);
        has(agreement, Name.ICC_3_1, 0.71, TWO, 0.34, 0.95);
        has(agreement, Name.ICC_1_K, 0.44, TWO, -0.88, 0.91);
        has(agreement, Name.ICC_2_K, 0.62, TWO, 0.07, 0.93);
        has(agreement, Name.ICC_3_K, 0.91, TWO, 0.68, 0.99);
    }

    /** J. Cohen, 1960, table 1, as J. Cohen, 1968, counts it out for 200 units. */
    @Test
    void kappa_of_cohen() {
        has(
                Tables.agreement(Tables.crossed(new int[] {88, 14, 18}, new int[] {10, 40, 10}, new int[] {2, 6, 12})),
                Name.COHEN_KAPPA,
                0.492,
                THREE);
    }

    /** J. L. Fleiss, J. Cohen and B. S. Everitt, 1969, table 1: kappa 0.429, its standard error 0.054. */
    @Test
    void kappa_with_the_standard_error_of_1969() {
        Agreement agreement =
                Tables.agreement(Tables.crossed(new int[] {106, 10, 4}, new int[] {22, 28, 10}, new int[] {2, 12, 6}));
        has(agreement, Name.COHEN_KAPPA, 0.429, THREE);
        assertThat(normalError(agreement, Name.COHEN_KAPPA)).isEqualTo(0.054, THREE);
    }

    /** A. Agresti, Categorical Data Analysis, 1990, table 10.4 (Hout and others): as R's vcd prints it. */
    @Test
    void kappa_with_linear_weights() {
        Agreement agreement = Tables.agreement(Tables.crossed(
                new int[] {7, 7, 2, 3}, new int[] {2, 8, 3, 7}, new int[] {1, 5, 4, 9}, new int[] {2, 8, 9, 14}));
        has(agreement, Name.COHEN_KAPPA, 0.1293, within(0.00005));
        assertThat(normalError(agreement, Name.COHEN_KAPPA)).isEqualTo(0.0686, within(0.00005));
        has(agreement, Name.WEIGHTED_KAPPA_LINEAR, 0.2374, within(0.00005));
        assertThat(normalError(agreement, Name.WEIGHTED_KAPPA_LINEAR)).isEqualTo(0.0783, within(0.00005));
    }

    @Test
    void kappa_and_ac1_of_two_abstractors() {
        Agreement agreement = Tables.agreement(ABSTRACTORS);
        has(agreement, Name.COHEN_KAPPA, 0.7964094, SEVEN);
        assertThat(normalError(agreement, Name.COHEN_KAPPA)).isEqualTo(0.05891072, SEVEN);
        has(agreement, Name.GWET_AC1, 0.8493305, SEVEN);
        // The handbook divides by n for two raters and by n − 1 for several.
        assertThat(studentError(agreement, Name.GWET_AC1, 1.984217) * Math.sqrt(0.99))
                .isEqualTo(0.04321747, within(0.0000005));
        has(agreement, Name.KRIPPENDORFF_ALPHA_NOMINAL, 0.7972585, SEVEN);
    }

    @Test
    void ac1_and_ac2_with_missing_levels() {
        Agreement agreement = Tables.agreement(KRIPPENDORFF);
        has(agreement, Name.GWET_AC1, 0.7754441, SEVEN, 0.461, 1);
        has(agreement, Name.GWET_AC2_QUADRATIC, 0.9140007, SEVEN, 0.685, 1);
    }

    @Test
    void kappa_of_six_psychiatrists() {
        Agreement agreement = Tables.agreement(PSYCHIATRISTS);
        has(agreement, Name.FLEISS_KAPPA, 0.4139265, SEVEN, 0.240, 0.588);
        has(agreement, Name.GWET_AC1, 0.4448007, SEVEN, 0.264, 0.625);
    }

    /** Wikipedia, Fleiss' kappa: fourteen raters, ten subjects, five categories. */
    @Test
    void kappa_of_fourteen_raters() {
        Agreement agreement = Tables.agreement(Tables.byCounts(
                new int[] {0, 0, 0, 0, 14},
                new int[] {0, 2, 6, 4, 2},
                new int[] {0, 0, 3, 5, 6},
                new int[] {0, 3, 9, 2, 0},
                new int[] {2, 2, 8, 1, 1},
                new int[] {7, 7, 0, 0, 0},
                new int[] {3, 2, 6, 3, 0},
                new int[] {2, 5, 3, 2, 2},
                new int[] {6, 5, 2, 1, 0},
                new int[] {0, 2, 2, 3, 7}));
        has(agreement, Name.FLEISS_KAPPA, 0.210, THREE);
    }

    private static void has(Agreement agreement, Name name, double value, Offset<Double> precision) {
        assertThat(agreement.coefficient(name).value().orElseThrow())
                .as(name.key())
                .isEqualTo(value, precision);
    }

    /** @param low and high to as many digits as they are written with: three where the value has more than two */
    private static void has(
            Agreement agreement, Name name, double value, Offset<Double> precision, double low, double high) {
        has(agreement, name, value, precision);
        Offset<Double> ends = precision.equals(TWO) ? TWO : THREE;
        Coefficient coefficient = agreement.coefficient(name);
        assertThat(coefficient.low().orElseThrow()).as(name.key() + ", low").isEqualTo(low, ends);
        assertThat(coefficient.high().orElseThrow()).as(name.key() + ", high").isEqualTo(high, ends);
    }

    private static double normalError(Agreement agreement, Name name) {
        return studentError(agreement, name, 1.959963984540054);
    }

    private static double studentError(Agreement agreement, Name name, double quantile) {
        Coefficient coefficient = agreement.coefficient(name);
        return (coefficient.high().orElseThrow() - coefficient.low().orElseThrow()) / 2 / quantile;
    }
}
