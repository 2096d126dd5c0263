package org.threeshift.web.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.threeshift.core.analysis.Agreement;
import org.threeshift.core.analysis.Coefficient;
import org.threeshift.core.analysis.Coefficient.Name;
import org.threeshift.core.analysis.Reading;
import org.threeshift.core.analysis.Reason;

/**
 * Agreement as the page tells it.
 *
 * @param units   what was rated: subjects, or their items
 * @param missing cells that name a rater and a subject without a level
 */
public record Findings(int subjects, int raters, int units, int levels, int missing, List<Group> groups) {

    /** Coefficients of one kind; {@code analysis.group.KEY} explains them. */
    public record Group(String key, List<Found> coefficients) {}

    /**
     * @param key     the coefficient's, as in JSON with hyphens
     * @param value   to three digits
     * @param limits  likewise; absent where there are none
     * @param reading what the value means, as the end of a key; absent without a value
     * @param reason  why there is no value
     */
    public record Found(
            String key,
            Optional<String> value,
            Optional<Limits> limits,
            int n,
            Optional<Reading> reading,
            Optional<String> reason) {}

    public record Limits(String low, String high) {}

    private enum Kind {
        ALPHA("KRIPPENDORFF"),
        KAPPA("COHEN", "FLEISS", "WEIGHTED"),
        GWET("GWET"),
        ICC("ICC");

        @SuppressWarnings("ImmutableEnumChecker") // nobody else holds it
        private final String[] beginnings;

        Kind(String... beginnings) {
            this.beginnings = beginnings;
        }

        boolean holds(Name name) {
            return Arrays.stream(beginnings).anyMatch(name.name()::startsWith);
        }
    }

    static Findings of(Agreement agreement, int missing) {
        return new Findings(
                agreement.subjects(),
                agreement.raters(),
                agreement.units(),
                agreement.levels(),
                missing,
                Arrays.stream(Kind.values())
                        .map(kind -> new Group(
                                kind.name().toLowerCase(Locale.ROOT),
                                agreement.coefficients().stream()
                                        .filter(coefficient -> kind.holds(coefficient.name()))
                                        .map(Findings::found)
                                        .toList()))
                        .toList());
    }

    private static Found found(Coefficient coefficient) {
        return new Found(
                coefficient.name().key().replace('_', '-'),
                coefficient.value().isPresent()
                        ? Optional.of(shown(coefficient.value().getAsDouble()))
                        : Optional.empty(),
                coefficient.low().isPresent()
                        ? Optional.of(new Limits(
                                shown(coefficient.low().getAsDouble()),
                                shown(coefficient.high().orElseThrow())))
                        : Optional.empty(),
                coefficient.n(),
                Reading.of(coefficient),
                coefficient.reason().map(Reason::sentence));
    }

    /** With a real minus sign, and no minus before nothing. */
    static String shown(double value) {
        String digits = String.format(Locale.ROOT, "%.3f", value);
        return digits.equals("-0.000") ? "0.000" : digits.replace('-', '−');
    }
}
