package org.threeshift.core.analysis;

import java.util.Optional;

/**
 * What a coefficient means in words. For alpha, kappa and AC the steps are Krippendorff's (Content Analysis, 4th ed. 2018, chapter 12):
 * from 0.800 on ratings may be relied on, from 0.667 for tentative conclusions. For intraclass correlations they are those of T. K. Koo and
 * M. Y. Li, A guideline of selecting and reporting intraclass correlation coefficients, Journal of Chiropractic Medicine 15, 2016: below
 * 0.5, 0.75 and 0.9. Any such step is a convention.
 */
public enum Reading {
    /** No better than chance, or worse. */
    NONE,
    POOR,
    MODERATE,
    GOOD,
    /** For intraclass correlations only. */
    EXCELLENT;

    /** Absent without a value. */
    public static Optional<Reading> of(Coefficient coefficient) {
        if (coefficient.value().isEmpty()) {
            return Optional.empty();
        }
        double value = coefficient.value().getAsDouble();
        if (value <= 0) {
            return Optional.of(NONE);
        }
        return Optional.of(
                switch (coefficient.name()) {
                    case ICC_1_1, ICC_2_1, ICC_3_1, ICC_1_K, ICC_2_K, ICC_3_K ->
                        value < 0.5 ? POOR : value < 0.75 ? MODERATE : value < 0.9 ? GOOD : EXCELLENT;
                    default -> value < 0.667 ? POOR : value < 0.8 ? MODERATE : GOOD;
                });
    }
}
