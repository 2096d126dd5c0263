package org.threeshift.core.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Shift;

/**
 * Nobody is left out two rounds running if any partner exists: on people made so that all points speak against whoever waited, in
 * draws that are solved whole, pruned and put into blocks.
 */
class WaitingLawTest {
    private static final Standing TEAM_LOW = new Standing(Shift.TEAM, Shift.STRATEGY, 1);
    private static final Standing TEAM_HIGH = new Standing(Shift.STRATEGY, Shift.TEAM, 1);

    /** How a draw comes to be solved, by how many people there are and how many of the others each can meet. */
    enum Size {
        /** In one piece, all possible pairs weighed: waiting goes before all points together. */
        SMALL(60, 100, Duration.ofDays(2)),
        /** In one piece that is so large that waiting counts no more than a few pairs. */
        LARGE(270, 440, Duration.ofDays(1)),
        /** Pruned: of most, no pair with anybody who waited is even looked at at first. */
        PRUNED(300, 500, Duration.ofDays(7));

        private final int wanted;
        private final int wanting;
        private final Duration open;

        Size(int wanted, int wanting, Duration open) {
            this.wanted = wanted;
            this.wanting = wanting;
            this.open = open;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_who_waited_is_left_out_while_a_partner_of_theirs_has_somebody_who_did_not(Size size) {
        List<Practiser> people = people(size, 1);
        assertThat(leftForNothing(people, Pairing.best().draw(People.draw(people))))
                .isEmpty();
    }

    /** The same people, when nobody tells the draw who waited: so much speaks against them that they are the ones left. */
    @ParameterizedTest
    @EnumSource
    void without_the_rule_these_people_would_be_left_out_again(Size size) {
        Drawn drawn = Pairing.best().draw(People.draw(people(size, 0)));
        assertThat(leftForNothing(people(size, 1), drawn)).isNotEmpty();
    }

    /** In a line of the waiting room many have waited for more turns than a large draw tells apart. */
    @Test
    void however_long_two_have_waited_the_one_who_waited_longer_comes_first() {
        Practiser wanted = stands(People.person(1), TEAM_LOW);
        Practiser longer = People.waited(People.met(People.person(2), 1, Duration.ofDays(1)), 30);
        Practiser shorter = People.waited(stands(People.person(3), TEAM_HIGH), 29);
        assertThat(Pairing.best()
                        .draw(People.draw(
                                People.open(wanted, People.hours(18, 20), People.hours(42, 44)),
                                longer,
                                People.open(shorter, People.hours(42, 44))))
                        .leftOut())
                .extracting(LeftOut::person)
                .containsExactly(People.id(3));
    }

    /** Those who are wanted suit each other badly and others well; half of whoever wants them has waited, and met all of them yesterday. */
    private static List<Practiser> people(Size size, int waited) {
        Instant yesterday = People.NOW.minus(Duration.ofDays(1));
        Map<PersonId, Instant> met =
                IntStream.range(0, size.wanted).boxed().collect(Collectors.toMap(People::id, _ -> yesterday));
        Stream<Practiser> wanted = IntStream.range(0, size.wanted).mapToObj(number -> {
            Instant from = People.WEEK.from().plus(quarters(number * 2));
            Instant until = from.plus(size.open).plus(People.LENGTH);
            return stands(
                    People.open(
                            People.person(number),
                            new Span(from, until.isBefore(People.WEEK.until()) ? until : People.WEEK.until())),
                    TEAM_LOW);
        });
        // Each at a quarter of their own, so that none of them can meet another one.
        Stream<Practiser> wanting = IntStream.range(0, size.wanting).mapToObj(number -> {
            Practiser person = People.open(
                    People.person(size.wanted + number),
                    Span.of(People.WEEK.from().plus(quarters(number)), People.LENGTH));
            return number % 2 == 0 ? stands(person, TEAM_HIGH) : knows(person, met, waited);
        });
        return Stream.concat(wanted, wanting).toList();
    }

    private static Duration quarters(int number) {
        return Duration.ofMinutes(15L * number);
    }

    private static Practiser stands(Practiser p, Standing standing) {
        return People.stands(p, standing.weak(), standing.strong(), standing.sure());
    }

    private static Practiser knows(Practiser p, Map<PersonId, Instant> met, int waited) {
        return new Practiser(
                p.person(),
                p.field(),
                p.level(),
                p.languages(),
                p.open(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                met,
                OptionalDouble.empty(),
                waited);
    }

    /** Told here once more and otherwise than in the product: who waited, and could have had somebody's partner who did not. */
    private static Set<PersonId> leftForNothing(List<Practiser> people, Drawn drawn) {
        Map<PersonId, Practiser> known =
                people.stream().collect(Collectors.toMap(Practiser::person, Function.identity()));
        return drawn.leftOut().stream()
                .map(left -> Optional.ofNullable(known.get(left.person())).orElseThrow())
                .filter(left -> left.waited() > 0)
                .filter(left -> people.stream()
                        .anyMatch(other -> canMeet(left, other)
                                && drawn.pairs().stream()
                                        .filter(pair -> pair.has(other.person()))
                                        .map(pair -> Optional.ofNullable(known.get(pair.partnerOf(other.person())))
                                                .orElseThrow())
                                        .noneMatch(partner -> partner.waited() >= left.waited())))
                .map(Practiser::person)
                .collect(Collectors.toSet());
    }

    private static boolean canMeet(Practiser one, Practiser other) {
        Spans both = one.open().intersection(other.open()).intersection(People.WEEK);
        return !one.person().equals(other.person())
                && !both.starts(People.LENGTH, Duration.ofMinutes(15)).isEmpty();
    }
}
