package org.threeshift.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.IDistanceFunction;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;
import org.dkpro.statistics.agreement.distance.RatioDistanceFunction;
import org.threeshift.core.analysis.Coefficient.Name;

/** Laws that hold for any table; a library that reckons from pairs of levels, as the papers do, is the referee. */
class AgreementLawsTest {
    private static final double CLOSE = 1e-9;

    /** Rows of raters' levels from 1 to 5 by unit; 0 is missing. */
    @Provide
    Arbitrary<List<List<Integer>>> gappy() {
        return tables(0);
    }

    @Provide
    Arbitrary<List<List<Integer>>> full() {
        return tables(1);
    }

    private static Arbitrary<List<List<Integer>>> tables(int least) {
        return Arbitraries.integers()
                .between(2, 5)
                .flatMap(raters -> Arbitraries.integers()
                        .between(least, 5)
                        .list()
                        .ofSize(raters)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(12));
    }

    @Property(tries = 200)
    void alpha_is_what_counting_pairs_gives(@ForAll("gappy") List<List<Integer>> table) {
        Agreement agreement = agreement(table);
        Map<Name, IDistanceFunction> distances = Map.of(
                Name.KRIPPENDORFF_ALPHA_NOMINAL, new NominalDistanceFunction(),
                Name.KRIPPENDORFF_ALPHA_ORDINAL, new OrdinalDistanceFunction(),
                Name.KRIPPENDORFF_ALPHA_INTERVAL, new IntervalDistanceFunction(),
                Name.KRIPPENDORFF_ALPHA_RATIO, new RatioDistanceFunction());
        distances.forEach((name, distance) -> {
            Coefficient alpha = agreement.coefficient(name);
            if (alpha.value().isPresent()) {
                // Units with one level would go into its ranks.
                List<List<Integer>> pairable = table.stream()
                        .filter(row -> row.stream().filter(level -> level > 0).count() > 1)
                        .toList();
                double referee = new KrippendorffAlphaAgreement(study(pairable), distance).calculateAgreement();
                assertThat(alpha.value().getAsDouble()).as(name.key()).isCloseTo(referee, within(CLOSE));
            }
        });
    }

    @Property(tries = 200)
    void kappas_are_what_counting_pairs_gives(@ForAll("full") List<List<Integer>> table) {
        Agreement agreement = agreement(table);
        agreement
                .coefficient(Name.FLEISS_KAPPA)
                .value()
                .ifPresent(kappa -> assertThat(kappa)
                        .isCloseTo(new FleissKappaAgreement(study(table)).calculateAgreement(), within(CLOSE)));
        agreement
                .coefficient(Name.COHEN_KAPPA)
                .value()
                .ifPresent(kappa -> assertThat(kappa)
                        .isCloseTo(new CohenKappaAgreement(study(table)).calculateAgreement(), within(CLOSE)));
    }

    /** The referee's own weighted kappa is another one: on the units (1, 1) and (2, 3) it gives −1/3, Cohen's formula 2/3. */
    @Property(tries = 200)
    void weighted_kappa_is_what_going_over_pairs_gives(@ForAll("full") List<List<Integer>> table) {
        Agreement agreement = agreement(table);
        Map<Name, DoubleUnaryOperator> distances =
                Map.of(Name.WEIGHTED_KAPPA_LINEAR, Math::abs, Name.WEIGHTED_KAPPA_QUADRATIC, apart -> apart * apart);
        distances.forEach((name, distance) -> agreement
                .coefficient(name)
                .value()
                .ifPresent(kappa -> {
                    double observed = 0;
                    double expected = 0;
                    for (List<Integer> one : table) {
                        observed += distance.applyAsDouble(one.getFirst() - one.getLast()) * table.size();
                        for (List<Integer> other : table) {
                            expected += distance.applyAsDouble(one.getFirst() - other.getLast());
                        }
                    }
                    assertThat(kappa).as(name.key()).isCloseTo(1 - observed / expected, within(CLOSE));
                }));
    }

    @Property(tries = 200)
    void sums_of_weights_are_what_going_over_pairs_gives(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(min = -9, max = 9) Integer> levels) {
        double[] sorted =
                levels.stream().mapToDouble(level -> level / 4.0).sorted().toArray();
        double[] scale = Arrays.stream(sorted).distinct().toArray();
        Assume.that(scale.length > 1);
        double range = Weights.range(scale);
        double[] shares = new double[scale.length];
        for (double level : sorted) {
            shares[Arrays.binarySearch(scale, level)] += 1.0 / sorted.length;
        }
        for (Weights weights : Weights.values()) {
            double pairs = 0;
            for (double one : sorted) {
                for (double other : sorted) {
                    pairs += weights.of(one, other, range);
                }
            }
            assertThat(weights.pairs(sorted, range)).as(weights.name()).isCloseTo(pairs - sorted.length, within(CLOSE));
            double[] expected = weights.expected(scale, shares);
            for (int at = 0; at < scale.length; at++) {
                double sum = 0;
                for (int other = 0; other < scale.length; other++) {
                    sum += shares[other] * weights.of(scale[at], scale[other], range);
                }
                assertThat(expected[at]).as(weights.name()).isCloseTo(sum, within(CLOSE));
            }
        }
    }

    @Property(tries = 100)
    void neither_the_order_of_rows_nor_that_of_raters_matters(
            @ForAll("gappy") List<List<Integer>> table, @ForAll Random random) {
        List<Rating> ratings = ratings(table);
        List<Rating> shuffled = new ArrayList<>(ratings);
        Collections.shuffle(shuffled, random);
        assertThat(Tables.agreement(shuffled)).isEqualTo(Tables.agreement(ratings));
        Map<String, String> renamed = new HashMap<>();
        List<Rating> reordered = ratings.stream()
                .map(rating -> new Rating(
                        rating.subject(),
                        rating.item(),
                        renamed.computeIfAbsent(rating.rater(), rater -> "z" + (9 - renamed.size()) + rater),
                        rating.level()))
                .toList();
        same(Tables.agreement(reordered), Tables.agreement(ratings));
    }

    @Property(tries = 100)
    void only_distances_count_on_an_interval_scale(@ForAll("gappy") List<List<Integer>> table) {
        List<Rating> moved = ratings(table).stream()
                .map(rating -> new Rating(rating.subject(), rating.item(), rating.rater(), 2.5 * rating.level() - 40))
                .toList();
        Agreement there = Tables.agreement(moved);
        Agreement here = agreement(table);
        for (Name name : Name.values()) {
            if (name != Name.KRIPPENDORFF_ALPHA_RATIO) {
                close(there.coefficient(name), here.coefficient(name));
            }
        }
    }

    @Property(tries = 100)
    void a_value_is_at_most_1_and_1_exactly_where_all_agree(@ForAll("full") List<List<Integer>> table) {
        boolean agreed = table.stream().allMatch(row -> row.stream().distinct().count() == 1);
        for (Coefficient coefficient : agreement(table).coefficients()) {
            coefficient.value().ifPresent(value -> {
                assertThat(value).as(coefficient.name().key()).isLessThanOrEqualTo(1 + CLOSE);
                if (agreed) {
                    assertThat(value).as(coefficient.name().key()).isCloseTo(1, within(CLOSE));
                }
            });
        }
    }

    @Property(tries = 50)
    void raters_who_all_agree_get_1_by_every_coefficient(@ForAll("full") List<List<Integer>> table) {
        Assume.that(table.stream().map(List::getFirst).distinct().count() > 1);
        List<List<Integer>> agreed = table.stream()
                .map(row -> List.of(row.getFirst(), row.getFirst()))
                .toList();
        for (Coefficient coefficient : agreement(agreed).coefficients()) {
            assertThat(coefficient.value().orElseThrow())
                    .as(coefficient.name().key())
                    .isCloseTo(1, within(CLOSE));
        }
    }

    @Property(tries = 100)
    void one_rater_more_who_rated_nothing_else_changes_no_alpha(@ForAll("gappy") List<List<Integer>> table) {
        List<Rating> more = new ArrayList<>(ratings(table));
        more.add(new Rating("somebody else", "", "another", 5));
        Agreement with = Tables.agreement(more);
        Agreement without = agreement(table);
        for (Metric metric : Metric.values()) {
            if (without.coefficient(metric.coefficient()).value().isPresent()) {
                close(with.coefficient(metric.coefficient()), without.coefficient(metric.coefficient()));
            }
        }
    }

    @Property(tries = 100)
    void whatever_comes_each_coefficient_has_a_value_or_a_sentence(@ForAll("gappy") List<List<Integer>> table) {
        Agreement agreement = agreement(table);
        assertThat(agreement.coefficients()).extracting(Coefficient::name).containsExactly(Name.values());
        for (Coefficient coefficient : agreement.coefficients()) {
            coefficient.value().ifPresent(value -> assertThat(value).isFinite());
            coefficient.low().ifPresent(low -> assertThat(low).isFinite());
            coefficient.high().ifPresent(high -> assertThat(high).isFinite());
            coefficient
                    .reason()
                    .ifPresent(reason ->
                            assertThat(reason.sentence()).endsWith(".").doesNotContain("{"));
        }
    }

    private static void same(Agreement one, Agreement other) {
        for (Name name : Name.values()) {
            close(one.coefficient(name), other.coefficient(name));
        }
    }

    private static void close(Coefficient one, Coefficient other) {
        String name = one.name().key();
        assertThat(one.value().isPresent()).as(name).isEqualTo(other.value().isPresent());
        other.value()
                .ifPresent(
                        value -> assertThat(one.value().orElseThrow()).as(name).isCloseTo(value, within(1e-7)));
    }

    private static Agreement agreement(List<List<Integer>> table) {
        return Tables.agreement(ratings(table));
    }

    private static List<Rating> ratings(List<List<Integer>> table) {
        return IntStream.range(0, table.size())
                .boxed()
                .flatMap(unit -> IntStream.range(0, table.get(unit).size())
                        .filter(rater -> table.get(unit).get(rater) > 0)
                        .mapToObj(rater -> new Rating(
                                "unit-%02d".formatted(unit),
                                "",
                                "rater-" + rater,
                                table.get(unit).get(rater))))
                .toList();
    }

    private static CodingAnnotationStudy study(List<List<Integer>> table) {
        CodingAnnotationStudy study = new CodingAnnotationStudy(table.getFirst().size());
        table.forEach(row -> study.addItemAsArray(
                row.stream().map(level -> level == 0 ? null : level).toArray()));
        return study;
    }
}
