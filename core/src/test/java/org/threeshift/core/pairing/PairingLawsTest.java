package org.threeshift.core.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.pairing.People.draw;
import static org.threeshift.core.pairing.People.hours;
import static org.threeshift.core.pairing.People.person;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Seniority;
import org.threeshift.core.rubric.Shift;

/** What holds of every draw, against all matchings that there are. */
class PairingLawsTest {
    private static final List<Seniority> LEVELS = List.of(Seniority.values());
    private static final List<Shift> SHIFTS = List.of(Shift.values());
    private static final Pruning HARD = new Pruning(0, 1, 1);

    /** What a draw is to be best at, in this order. */
    private record Merit(List<Integer> waitedOfTheLeftOut, int points) implements Comparable<Merit> {
        /** The longest waits first: fewer are better, one by one. Then more points. */
        @Override
        public int compareTo(Merit other) {
            int byWaiting = Arrays.compare(
                    other.waitedOfTheLeftOut.toArray(Integer[]::new), waitedOfTheLeftOut.toArray(Integer[]::new));
            return byWaiting == 0 ? Integer.compare(points, other.points) : byWaiting;
        }
    }

    @Property(tries = 400)
    void the_draw_is_the_best_of_all_matchings(@ForAll long seed, @ForAll @IntRange(max = 9) int size) {
        List<Practiser> people = people(new Random(seed), size);
        Merit best = best(points(people), people, range(people).toList(), new Merit(List.of(), 0));
        assertThat(merit(people, Pairing.best(Pruning.NONE).draw(draw(people)))).isEqualTo(best);
    }

    @Property(tries = 300)
    void nobody_is_left_out_again_while_a_partner_has_somebody_who_waited_less(
            @ForAll long seed, @ForAll @IntRange(max = 40) int size) {
        List<Practiser> people = people(new Random(seed), size);
        Drawn drawn = Pairing.best(HARD).draw(draw(people));
        Pool pool = new Pool(draw(people), people);
        for (LeftOut left : drawn.leftOut()) {
            int person = number(people, left);
            for (int other = 0; other < people.size(); other++) {
                if (pool.isPossible(person, other)) {
                    Practiser partner = people.get(other);
                    Pair pair = drawn.pairs().stream()
                            .filter(each -> each.has(partner.person()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("both " + left + " and a partner are left out"));
                    int theirs = people.stream()
                            .filter(each -> each.person().equals(pair.partnerOf(partner.person())))
                            .findFirst()
                            .orElseThrow()
                            .waited();
                    assertThat(theirs).isGreaterThanOrEqualTo(people.get(person).waited());
                }
            }
        }
    }

    @Property(tries = 200)
    void everyone_is_in_one_pair_that_is_possible_or_left_out(@ForAll long seed, @ForAll @IntRange(max = 60) int size) {
        List<Practiser> people = people(new Random(seed), size);
        Pool pool = new Pool(draw(people), people);
        for (Pairing pairing : List.of(Pairing.best(), Pairing.best(HARD), Pairing.firstCome(), Pairing.byLot(seed))) {
            Drawn drawn = pairing.draw(draw(people));
            assertThat(Stream.concat(
                                    drawn.pairs().stream().flatMap(pair -> Stream.of(pair.one(), pair.other())),
                                    drawn.leftOut().stream().map(LeftOut::person))
                            .sorted(Comparator.comparing(Object::toString))
                            .toList())
                    .isEqualTo(people.stream().map(Practiser::person).toList());
            for (Pair pair : drawn.pairs()) {
                Practiser one = get(people, pair.one());
                Practiser other = get(people, pair.other());
                assertThat(pool.isPossible(people.indexOf(one), people.indexOf(other)))
                        .isTrue();
                assertThat(one.open().contains(pair.when())).isTrue();
                assertThat(other.open().contains(pair.when())).isTrue();
                assertThat(one.languages()).contains(pair.language());
                assertThat(other.languages()).contains(pair.language());
                assertThat(pair.reason().total()).isBetween(0, 100);
            }
        }
    }

    @Property(tries = 100)
    void the_order_in_which_people_came_changes_nothing(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
        List<Practiser> people = people(new Random(seed), size);
        List<Practiser> otherwise = new ArrayList<>(people);
        Collections.shuffle(otherwise, new Random(seed + 1));
        assertThat(Pairing.best(HARD).draw(draw(otherwise)))
                .isEqualTo(Pairing.best(HARD).draw(draw(people)));
        assertThat(Pairing.byLot(seed).draw(draw(otherwise)))
                .isEqualTo(Pairing.byLot(seed).draw(draw(people)));
    }

    /** Sparse enough that somebody is left out often, and with ties. In order of ids. */
    private static List<Practiser> people(Random chance, int size) {
        List<Practiser> people = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            Practiser each = person(number);
            Span[] open = chance.ints(1 + chance.nextInt(2), 0, 5)
                    .mapToObj(evening -> hours(evening * 24 + 18, evening * 24 + 20))
                    .toArray(Span[]::new);
            each = People.open(each, open);
            each = People.speaks(
                    each,
                    Stream.of("de", "en", "fr")
                            .filter(code -> chance.nextBoolean())
                            .toArray(String[]::new));
            if (chance.nextBoolean()) {
                each = People.level(each, LEVELS.get(chance.nextInt(4)));
            }
            if (chance.nextInt(3) > 0) {
                int weak = chance.nextInt(3);
                each = People.stands(
                        each, SHIFTS.get(weak), SHIFTS.get((weak + 1 + chance.nextInt(2)) % 3), chance.nextDouble());
            }
            if (chance.nextBoolean()) {
                each = People.keeps(each, chance.nextDouble());
            }
            if (chance.nextInt(3) == 0) {
                each = People.likes(each, chance.nextInt(size));
            }
            if (chance.nextInt(4) == 0) {
                each = People.blocks(each, chance.nextInt(size));
            }
            if (chance.nextInt(2) == 0) {
                each = People.met(each, chance.nextInt(size), Duration.ofDays(chance.nextInt(70)));
            }
            people.add(People.waited(each, Math.max(0, chance.nextInt(6) - 3)));
        }
        return people;
    }

    /** The best of all ways to go on from a person, when some before are joined and some are left out. */
    private static Merit best(int[][] points, List<Practiser> people, List<Integer> free, Merit so) {
        if (free.isEmpty()) {
            return so;
        }
        int person = free.getFirst();
        List<Integer> rest = free.subList(1, free.size());
        List<Integer> leftOut = new ArrayList<>(so.waitedOfTheLeftOut());
        leftOut.add(people.get(person).waited());
        leftOut.sort(Comparator.reverseOrder());
        Merit best = best(points, people, rest, new Merit(leftOut, so.points()));
        for (int other : rest) {
            if (points[person][other] >= 0) {
                List<Integer> others =
                        rest.stream().filter(each -> each != other).toList();
                Merit joined = best(
                        points,
                        people,
                        others,
                        new Merit(so.waitedOfTheLeftOut(), so.points() + points[person][other]));
                best = joined.compareTo(best) > 0 ? joined : best;
            }
        }
        return best;
    }

    private static int[][] points(List<Practiser> people) {
        Pool pool = new Pool(draw(people), people);
        return range(people)
                .map(one -> range(people)
                        .mapToInt(other -> pool.isPossible(one, other)
                                ? pool.pair(one, other).reason().total()
                                : -1)
                        .toArray())
                .toArray(int[][]::new);
    }

    private static Stream<Integer> range(List<Practiser> people) {
        return IntStream.range(0, people.size()).boxed();
    }

    private static Merit merit(List<Practiser> people, Drawn drawn) {
        return new Merit(
                drawn.leftOut().stream()
                        .map(left -> get(people, left.person()).waited())
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                (int) drawn.points());
    }

    private static Practiser get(List<Practiser> people, PersonId person) {
        return people.stream()
                .filter(each -> each.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private static int number(List<Practiser> people, LeftOut left) {
        return people.indexOf(get(people, left.person()));
    }
}
