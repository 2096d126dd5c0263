package org.threeshift.web.analysis;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.threeshift.core.analysis.Agreement;
import org.threeshift.core.analysis.Coefficient;
import org.threeshift.core.analysis.Reason;

/**
 * Agreement as JSON. Numbers are not rounded.
 *
 * @param subjects how many got a level
 * @param raters   how many gave one
 */
record AgreementJson(int subjects, int raters, List<CoefficientJson> coefficients) {

    /**
     * @param value  null where a reason stands
     * @param low    the lower end of the 95 % interval; null where there is none
     * @param n      on how many units, subjects or their items, the value stands
     * @param reason why there is no value
     */
    record CoefficientJson(
            String name,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            int n,
            @Nullable String reason) {
        static CoefficientJson of(Coefficient coefficient) {
            return new CoefficientJson(
                    coefficient.name().key(),
                    number(coefficient.value()),
                    number(coefficient.low()),
                    number(coefficient.high()),
                    coefficient.n(),
                    coefficient.reason().map(Reason::sentence).orElse(null));
        }

        private static @Nullable Double number(OptionalDouble value) {
            return value.isPresent() ? (Double) value.getAsDouble() : null;
        }
    }

    static AgreementJson of(Agreement agreement) {
        return new AgreementJson(
                agreement.subjects(),
                agreement.raters(),
                agreement.coefficients().stream().map(CoefficientJson::of).toList());
    }
}
