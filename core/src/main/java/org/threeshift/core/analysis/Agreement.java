package org.threeshift.core.analysis;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.threeshift.core.analysis.Coefficient.Name;
import org.threeshift.core.analysis.Reason.Code;

/**
 * How far raters agree, by every coefficient.
 *
 * @param subjects     how many got a level
 * @param raters       how many gave one
 * @param units        what was rated: subjects, or their items
 * @param levels       how many levels were given
 * @param coefficients all of them, in the order of their names
 */
public record Agreement(int subjects, int raters, int units, int levels, List<Coefficient> coefficients) {
    public Agreement {
        coefficients = List.copyOf(coefficients);
    }

    static final long SEED = 1979;

    /** The same table gives the same answer, to the last digit. */
    public static Agreement of(Ratings ratings) {
        return of(ratings, new SplittableRandom(SEED));
    }

    /** @param random for the bootstrap: the same seed gives the same intervals, in whatever order the ratings came */
    public static Agreement of(Ratings ratings, RandomGenerator random) {
        Optional<Reason> nothing = nothingToCompare(ratings);
        List<Coefficient> coefficients = new ArrayList<>();
        if (nothing.isPresent()) {
            Arrays.stream(Name.values()).forEach(name -> coefficients.add(Coefficient.none(name, nothing.get())));
        } else {
            coefficients.addAll(Alpha.of(List.of(Metric.values()), ratings, random));
            Arrays.stream(Name.values())
                    .skip(Metric.values().length)
                    .map(name -> of(name, ratings))
                    .forEach(coefficients::add);
        }
        coefficients.sort(comparing(Coefficient::name));
        return new Agreement(ratings.subjects(), ratings.raters(), ratings.unitCount(), ratings.levels(), coefficients);
    }

    public Coefficient coefficient(Name name) {
        return coefficients.stream()
                .filter(each -> each.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Reason> nothingToCompare(Ratings ratings) {
        if (ratings.levels() == 0) {
            return Optional.of(Reason.of(Code.NO_LEVELS));
        }
        if (ratings.raters() == 1) {
            return Optional.of(Reason.of(Code.ONE_RATER));
        }
        return ratings.pairable().isEmpty() ? Optional.of(Reason.of(Code.NO_PAIRS)) : Optional.empty();
    }

    private static Coefficient of(Name name, Ratings ratings) {
        return switch (name) {
            case COHEN_KAPPA -> TwoRaters.of(name, Weights.IDENTITY, ratings);
            case WEIGHTED_KAPPA_LINEAR -> TwoRaters.of(name, Weights.LINEAR, ratings);
            case WEIGHTED_KAPPA_QUADRATIC -> TwoRaters.of(name, Weights.QUADRATIC, ratings);
            case FLEISS_KAPPA -> ManyRaters.fleiss(ratings);
            case GWET_AC1 -> ManyRaters.gwet(name, Weights.IDENTITY, ratings);
            case GWET_AC2_LINEAR -> ManyRaters.gwet(name, Weights.LINEAR, ratings);
            case GWET_AC2_QUADRATIC -> ManyRaters.gwet(name, Weights.QUADRATIC, ratings);
            case ICC_1_1, ICC_2_1, ICC_3_1, ICC_1_K, ICC_2_K, ICC_3_K -> Intraclass.of(name, ratings);
            case KRIPPENDORFF_ALPHA_NOMINAL,
                    KRIPPENDORFF_ALPHA_ORDINAL,
                    KRIPPENDORFF_ALPHA_INTERVAL,
                    KRIPPENDORFF_ALPHA_RATIO ->
                throw new IllegalArgumentException(name + " comes with the others of its kind");
        };
    }
}
