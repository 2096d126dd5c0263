package org.threeshift.core.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Seniority;
import org.threeshift.core.rubric.Shift;

/**
 * Everyone in a draw, as numbers: 10,000 people are 50 million possible pairs, each of which is looked at. People are numbered in
 * the order of the list that they come in.
 */
final class Pool {
    /** Meetings start on the quarter of an hour. */
    static final Duration STEP = Duration.ofMinutes(15);

    private static final int UNKNOWN = -1;
    private static final List<Shift> SHIFTS = List.of(Shift.values());
    private static final List<Seniority> LEVELS = List.of(Seniority.values());

    private final Draw draw;
    private final List<Practiser> people;
    private final List<String> languages;
    private final Map<Integer, Map<Integer, Relation>> relations = new HashMap<>();
    /** Whether two of the fields of {@link #field} fit, which need not be the same. */
    private final BitSet[] fits;

    private final int[] field;
    private final int[] level;
    private final long[][] spoken;
    private final long[][] starts;
    private final int[] weak;
    private final int[] strong;
    private final double[] sure;
    private final double[] reliability;

    Pool(Draw draw, List<Practiser> people) {
        this.draw = draw;
        this.people = List.copyOf(people);
        this.languages = people.stream()
                .flatMap(each -> each.languages().stream())
                .distinct()
                .sorted()
                .toList();
        int size = people.size();
        field = new int[size];
        level = new int[size];
        spoken = new long[size][];
        starts = new long[size][];
        weak = new int[size];
        strong = new int[size];
        sure = new double[size];
        reliability = new double[size];
        Map<Field, Integer> fields = new LinkedHashMap<>();
        Map<String, Integer> codes = numbered(languages);
        for (int at = 0; at < size; at++) {
            Practiser each = people.get(at);
            field[at] = fields.computeIfAbsent(each.field(), named -> fields.size());
            level[at] = each.level().map(LEVELS::indexOf).orElse(UNKNOWN);
            spoken[at] = Bits.of(each.languages().stream().map(codes::get), languages.size());
            starts[at] = starts(each);
            weak[at] = each.standing().map(one -> SHIFTS.indexOf(one.weak())).orElse(UNKNOWN);
            strong[at] =
                    each.standing().map(one -> SHIFTS.indexOf(one.strong())).orElse(UNKNOWN);
            sure[at] = each.standing().map(Standing::sure).orElse(0.0);
            reliability[at] = each.reliability().orElse(UNKNOWN);
        }
        fits = fitting(List.copyOf(fields.keySet()));
        relate();
    }

    int size() {
        return people.size();
    }

    Practiser get(int number) {
        return people.get(number);
    }

    int waited(int number) {
        return people.get(number).waited();
    }

    boolean isPossible(int one, int other) {
        return one != other && suits(one, other) && !relation(one, other).blocked();
    }

    int[] everyone() {
        return IntStream.range(0, size()).toArray();
    }

    Row row() {
        return new Row();
    }

    /** For many pairs of the same person: what there is between them and others lies at hand. */
    final class Row {
        private final Relation[] between = new Relation[people.size()];
        private int person;

        private Row() {
            Arrays.fill(between, Relation.NONE);
        }

        void set(int of) {
            relations.getOrDefault(person, Map.of()).keySet().forEach(other -> between[other] = Relation.NONE);
            relations.getOrDefault(of, Map.of()).forEach((other, relation) -> between[other] = relation);
            person = of;
        }

        /** The points of the pair with another, or less than 0 when it is not possible. */
        int points(int other) {
            Relation relation = between[other];
            return person != other && !relation.blocked() && suits(person, other)
                    ? Pool.this.points(person, other, relation)
                    : -1;
        }
    }

    Pair pair(int one, int other) {
        boolean inOrder =
                get(one).person().toString().compareTo(get(other).person().toString()) < 0;
        int first = inOrder ? one : other;
        int second = inOrder ? other : one;
        Instant start = start(Bits.firstShared(starts[first], starts[second]));
        return new Pair(
                get(first).person(),
                get(second).person(),
                Span.of(start, draw.length()),
                languages.get(Bits.firstShared(spoken[first], spoken[second])),
                reason(first, second));
    }

    private Reason reason(int one, int other) {
        Relation relation = relation(one, other);
        Map<Weight, Integer> points = new EnumMap<>(Weight.class);
        points.put(Weight.OPPOSITE_SHIFTS, gain(one, other) + gain(other, one));
        points.put(Weight.NOT_MET_LATELY, apart(relation));
        points.put(Weight.FAVOURITE, favourite(relation));
        points.put(Weight.COMPATIBLE_RELIABILITY, alike(one, other));
        points.put(Weight.SAME_LEVEL, level(one, other));
        points.values().removeIf(given -> given == 0);
        return new Reason(
                points,
                gain(one, other) > 0 ? get(one).standing().map(Standing::weak) : Optional.empty(),
                gain(other, one) > 0 ? get(other).standing().map(Standing::weak) : Optional.empty(),
                waited(one),
                waited(other));
    }

    private boolean suits(int one, int other) {
        return fits[field[one]].get(field[other])
                && (level[one] == UNKNOWN || level[other] == UNKNOWN || Math.abs(level[one] - level[other]) <= 1)
                && Bits.share(spoken[one], spoken[other])
                && Bits.share(starts[one], starts[other]);
    }

    private int points(int one, int other, Relation relation) {
        return gain(one, other)
                + gain(other, one)
                + apart(relation)
                + favourite(relation)
                + alike(one, other)
                + level(one, other);
    }

    /** What one can learn of the other. */
    private int gain(int one, int other) {
        return weak[one] != UNKNOWN && weak[one] == strong[other]
                ? (int) Math.round(Weight.OPPOSITE_SHIFTS.most() / 2.0 * sure[one] * sure[other])
                : 0;
    }

    private static int apart(Relation relation) {
        double share = (double) relation.sinceMet().toSeconds() / Weight.FORGOTTEN_AFTER.toSeconds();
        return (int) Math.round(Weight.NOT_MET_LATELY.most() * Math.min(1, share));
    }

    private static int favourite(Relation relation) {
        return Weight.FAVOURITE.most() / 2 * relation.favourites();
    }

    private int alike(int one, int other) {
        double nearness = reliability[one] == UNKNOWN || reliability[other] == UNKNOWN
                ? 0.5
                : 1 - Math.abs(reliability[one] - reliability[other]);
        return (int) Math.round(Weight.COMPATIBLE_RELIABILITY.most() * nearness);
    }

    private int level(int one, int other) {
        return level[one] != UNKNOWN && level[one] == level[other] ? Weight.SAME_LEVEL.most() : 0;
    }

    /** By the words that they share, so that ten thousand different fields are no hundred million questions. */
    private static BitSet[] fitting(List<Field> fields) {
        Map<String, BitSet> having = new HashMap<>();
        BitSet any = new BitSet();
        for (int at = 0; at < fields.size(); at++) {
            for (String word : fields.get(at).words()) {
                having.computeIfAbsent(word, _ -> new BitSet()).set(at);
            }
            any.set(at, fields.get(at).words().isEmpty());
        }
        BitSet[] fits = new BitSet[fields.size()];
        for (int at = 0; at < fits.length; at++) {
            fits[at] = (BitSet) any.clone();
            if (any.get(at)) {
                fits[at].set(0, fits.length);
            }
            for (String word : fields.get(at).words()) {
                fits[at].or(having.getOrDefault(word, any));
            }
        }
        return fits;
    }

    private Relation relation(int one, int other) {
        return relations.getOrDefault(one, Map.of()).getOrDefault(other, Relation.NONE);
    }

    private void relate() {
        Map<PersonId, Integer> numbers =
                numbered(people.stream().map(Practiser::person).toList());
        for (int one = 0; one < people.size(); one++) {
            Practiser each = people.get(one);
            Set<PersonId> known = Stream.of(
                            each.favourites(), each.blocked(), each.met().keySet())
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
            for (PersonId person : known) {
                Integer other = numbers.get(person);
                if (other != null && other != one) {
                    Relation relation = Relation.between(each, people.get(other), draw.at());
                    relations.computeIfAbsent(one, number -> new HashMap<>()).put(other, relation);
                    relations.computeIfAbsent(other, number -> new HashMap<>()).put(one, relation);
                }
            }
        }
    }

    private long[] starts(Practiser each) {
        return Bits.of(
                each.open().intersection(draw.period()).starts(draw.length(), STEP).stream()
                        .map(this::step),
                step(draw.period().until()) + 1);
    }

    private int step(Instant start) {
        return (int) (start.getEpochSecond() / STEP.toSeconds()
                - draw.period().from().getEpochSecond() / STEP.toSeconds());
    }

    private Instant start(int step) {
        return Instant.ofEpochSecond(
                (draw.period().from().getEpochSecond() / STEP.toSeconds() + step) * STEP.toSeconds());
    }

    private static <T> Map<T, Integer> numbered(List<T> all) {
        Map<T, Integer> numbers = new HashMap<>();
        all.forEach(each -> numbers.put(each, numbers.size()));
        return numbers;
    }
}
