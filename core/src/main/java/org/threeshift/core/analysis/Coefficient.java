package org.threeshift.core.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One coefficient of agreement: a value, or the reason why there is none.
 *
 * @param low    the lower end of the 95 % interval; absent where there is no value, and where the ratings are too few for an interval
 * @param high   the upper end, there whenever the lower is
 * @param n      on how many units the value stands; 0 where there is none
 * @param reason there exactly where there is no value
 */
public record Coefficient(
        Name name, OptionalDouble value, OptionalDouble low, OptionalDouble high, int n, Optional<Reason> reason) {

    /** In the order in which they are told. */
    public enum Name {
        KRIPPENDORFF_ALPHA_NOMINAL,
        KRIPPENDORFF_ALPHA_ORDINAL,
        KRIPPENDORFF_ALPHA_INTERVAL,
        KRIPPENDORFF_ALPHA_RATIO,
        COHEN_KAPPA,
        FLEISS_KAPPA,
        WEIGHTED_KAPPA_LINEAR,
        WEIGHTED_KAPPA_QUADRATIC,
        GWET_AC1,
        GWET_AC2_LINEAR,
        GWET_AC2_QUADRATIC,
        ICC_1_1,
        ICC_2_1,
        ICC_3_1,
        ICC_1_K,
        ICC_2_K,
        ICC_3_K;

        /** As it is called in JSON. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Coefficient {
        if (value.isPresent() == reason.isPresent()
                || low.isPresent() != high.isPresent()
                || (low.isPresent() && value.isEmpty())) {
            throw new IllegalArgumentException("%s: %s, %s to %s, %s".formatted(name, value, low, high, reason));
        }
    }

    static Coefficient of(Name name, int n, double value, Optional<Interval> interval) {
        return new Coefficient(
                name,
                OptionalDouble.of(value),
                interval.map(between -> OptionalDouble.of(between.low())).orElse(OptionalDouble.empty()),
                interval.map(between -> OptionalDouble.of(between.high())).orElse(OptionalDouble.empty()),
                n,
                Optional.empty());
    }

    static Coefficient none(Name name, Reason reason) {
        return new Coefficient(
                name, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0, Optional.of(reason));
    }
}
