package org.threeshift.core.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.threeshift.core.pairing.People.blocks;
import static org.threeshift.core.pairing.People.draw;
import static org.threeshift.core.pairing.People.hours;
import static org.threeshift.core.pairing.People.id;
import static org.threeshift.core.pairing.People.keeps;
import static org.threeshift.core.pairing.People.level;
import static org.threeshift.core.pairing.People.likes;
import static org.threeshift.core.pairing.People.met;
import static org.threeshift.core.pairing.People.open;
import static org.threeshift.core.pairing.People.person;
import static org.threeshift.core.pairing.People.role;
import static org.threeshift.core.pairing.People.speaks;
import static org.threeshift.core.pairing.People.stands;
import static org.threeshift.core.pairing.People.waited;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.Seniority;
import org.threeshift.core.rubric.Shift;

class PairingTest {
    @Test
    void two_who_can_practise_with_each_other_meet_at_the_first_quarter_that_both_have() {
        Practiser early = speaks(open(person(1), hours(9, 11), hours(18, 21)), "de", "en");
        Practiser late = speaks(
                open(person(2), new Span(hours(10, 11).from(), hours(10, 11).until()), hours(19, 24)),
                "en",
                "fr",
                "de");
        Drawn drawn = best(early, late);
        assertThat(drawn.leftOut()).isEmpty();
        Pair pair = drawn.pairs().getFirst();
        assertThat(drawn.pairs()).hasSize(1);
        assertThat(pair.when()).isEqualTo(Span.of(hours(19, 20).from(), People.LENGTH));
        assertThat(pair.language()).isEqualTo("de");
        assertThat(pair.partnerOf(id(2))).isEqualTo(id(1));
        assertThat(drawn.possible()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> pair.partnerOf(id(3)));
    }

    @Test
    void a_meeting_starts_on_the_quarter_of_an_hour_and_within_the_period() {
        Span odd = hours(18, 21).widened(Duration.ofMinutes(-7), Duration.ZERO);
        assertThat(best(open(person(1), odd), open(person(2), hours(-5, 30)))
                        .pairs()
                        .getFirst()
                        .when()
                        .from())
                .isEqualTo(hours(18, 19).from().plus(Duration.ofMinutes(15)));
        assertThat(best(open(person(1), hours(-5, 1)), open(person(2), hours(-5, 1)))
                        .pairs())
                .isEmpty();
    }

    @Test
    void nobody_is_joined_across_roles_levels_languages_hours_or_a_block() {
        Practiser one = person(1);
        assertThat(best(one, role(person(2), " marketing MANAGER ")).pairs()).hasSize(1);
        assertThat(best(one, role(person(2), "Product manager")).pairs()).isEmpty();
        assertThat(best(one, level(person(2), Seniority.DIRECTOR)).pairs()).hasSize(1);
        Practiser manager = level(one, Seniority.MANAGER);
        assertThat(best(manager, level(person(2), Seniority.SENIOR_MANAGER)).pairs())
                .hasSize(1);
        assertThat(best(manager, level(person(2), Seniority.DIRECTOR)).pairs()).isEmpty();
        assertThat(best(one, speaks(person(2), "de")).pairs()).isEmpty();
        assertThat(best(one, open(person(2), hours(19, 22))).pairs()).isEmpty();
        assertThat(best(one, blocks(person(2), 1)).pairs()).isEmpty();
        assertThat(best(blocks(one, 2), person(2)).pairs()).isEmpty();
        assertThat(best(one, person(2)).pairs()).hasSize(1);
    }

    @Test
    void who_names_no_role_practises_with_whoever_there_is() {
        assertThat(best(person(1), role(person(2), "")).pairs()).hasSize(1);
        assertThat(best(role(person(1), ""), role(person(2), "")).pairs()).hasSize(1);
        assertThat(best(role(person(1), "Team lead"), role(person(2), "Head of sales"))
                        .pairs())
                .hasSize(1);
        assertThat(best(role(person(1), "Head of sales"), role(person(2), "Marketing manager"), role(person(3), ""))
                        .possible())
                .isEqualTo(2);
    }

    @Test
    void roles_are_told_apart_by_their_field_and_not_by_how_they_are_put() {
        assertThat(best(person(1), role(person(2), "Head of Marketing")).pairs())
                .hasSize(1);
        Drawn drawn = best(
                role(person(1), "Head of sales"),
                role(person(2), "Director, sales and marketing"),
                role(person(3), "Marketing manager"));
        assertThat(drawn.possible()).as("what fits both joins not the two").isEqualTo(2);
    }

    @Test
    void who_is_left_out_hears_whether_there_was_anybody() {
        Drawn drawn = best(person(1), person(2), person(3), speaks(person(4), "fr"));
        assertThat(drawn.pairs()).hasSize(1);
        assertThat(drawn.leftOut()).hasSize(2);
        assertThat(drawn.leftOut().getFirst().isOddOneOut()).isTrue();
        assertThat(drawn.leftOut().getFirst().partners()).isEqualTo(2);
        assertThat(drawn.leftOut().getLast()).isEqualTo(new LeftOut(id(4), 0));
        assertThat(drawn.leftOut().getLast().isOddOneOut()).isFalse();
    }

    @Test
    void each_is_put_with_whom_they_can_learn_from_and_hears_why() {
        Drawn drawn = best(
                stands(person(1), Shift.TEAM, Shift.STRATEGY, 1),
                stands(person(2), Shift.TEAM, Shift.STRATEGY, 1),
                stands(person(3), Shift.STRATEGY, Shift.TEAM, 0.5),
                stands(person(4), Shift.STRATEGY, Shift.ACCOUNTABILITY, 1));
        assertThat(couples(drawn)).doesNotContain(Set.of(1, 2), Set.of(3, 4)).hasSize(2);
        Reason both = reason(drawn, 3);
        assertThat(both.points())
                .isEqualTo(Map.of(
                        Weight.OPPOSITE_SHIFTS, 16, Weight.NOT_MET_LATELY, 35, Weight.COMPATIBLE_RELIABILITY, 8));
        assertThat(both.grounds())
                .containsExactly(Weight.OPPOSITE_SHIFTS, Weight.NOT_MET_LATELY, Weight.COMPATIBLE_RELIABILITY);
        assertThat(both.oneGains()).contains(Shift.TEAM);
        assertThat(both.otherGains()).contains(Shift.STRATEGY);
        Reason oneWay = reason(drawn, 4);
        assertThat(oneWay.points()).containsEntry(Weight.OPPOSITE_SHIFTS, 15);
        assertThat(oneWay.oneGains()).isEmpty();
        assertThat(oneWay.otherGains()).contains(Shift.STRATEGY);
    }

    @Test
    void those_who_met_lately_meet_others_first_by_either_ones_word() {
        Drawn drawn = best(
                met(person(1), 2, Duration.ofDays(7)), person(2), met(person(3), 4, Duration.ofDays(7)), person(4));
        assertThat(couples(drawn)).doesNotContain(Set.of(1, 2), Set.of(3, 4));
        assertThat(points(best(met(person(1), 2, Duration.ofDays(28)), person(2)), Weight.NOT_MET_LATELY))
                .isEqualTo(18);
        assertThat(points(best(met(person(1), 2, Duration.ofDays(-1)), person(2)), Weight.NOT_MET_LATELY))
                .isZero();
        assertThat(points(best(met(person(1), 2, Duration.ofDays(57)), person(2)), Weight.NOT_MET_LATELY))
                .isEqualTo(35);
    }

    @Test
    void favourites_levels_and_reliability_count_as_stated() {
        assertThat(points(best(likes(person(1), 2), person(2)), Weight.FAVOURITE))
                .isEqualTo(8);
        assertThat(points(best(likes(person(1), 2), likes(person(2), 1)), Weight.FAVOURITE))
                .isEqualTo(16);
        assertThat(points(best(keeps(person(1), 0.9), keeps(person(2), 0.5)), Weight.COMPATIBLE_RELIABILITY))
                .isEqualTo(9);
        assertThat(points(
                        best(level(person(1), Seniority.MANAGER), level(person(2), Seniority.MANAGER)),
                        Weight.SAME_LEVEL))
                .isEqualTo(4);
        assertThat(Arrays.stream(Weight.values()).mapToInt(Weight::most).sum()).isEqualTo(100);
    }

    @Test
    void whoever_waited_longest_goes_before_all_points() {
        Practiser wanted = likes(person(1), 2);
        Practiser liked = waited(likes(person(2), 1), 1);
        Practiser waiting = waited(person(3), 2);
        assertThat(best(wanted, likes(person(2), 1), waited(person(3), 1)).leftOut())
                .doesNotContain(new LeftOut(id(3), 2))
                .hasSize(1);
        // Two who waited can have each other, and then the one who did not is left out.
        assertThat(couples(best(wanted, liked, waiting))).containsExactly(Set.of(2, 3));
        Drawn drawn = best(wanted, liked, waiting);
        assertThat(reason(drawn, 3).otherWaited()).isEqualTo(2);
        assertThat(reason(drawn, 3).oneWaited()).isEqualTo(1);
    }

    @Test
    void sureness_follows_the_gap_in_standard_errors() {
        Standing clear = Standing.of(Map.of(
                        Shift.STRATEGY, new Standing.Measured(2, 0.3),
                        Shift.ACCOUNTABILITY, new Standing.Measured(3, 0.1),
                        Shift.TEAM, new Standing.Measured(3.5, 0.4)))
                .orElseThrow();
        assertThat(clear.weak()).isEqualTo(Shift.STRATEGY);
        assertThat(clear.strong()).isEqualTo(Shift.TEAM);
        // z = 3, of which the table says 0.9973.
        assertThat(clear.sure()).isEqualTo(0.9973, within(0.0001));
        assertThat(Normal.within(1)).isEqualTo(0.6827, within(0.0001));
        assertThat(Normal.within(0)).isEqualTo(0, within(0.0001));
        assertThat(Standing.of(Map.of(Shift.TEAM, new Standing.Measured(3, 0.1))))
                .isEmpty();
        assertThat(Standing.of(Map.of(
                        Shift.TEAM, new Standing.Measured(3, 0.1), Shift.STRATEGY, new Standing.Measured(3, 0.2))))
                .isEmpty();
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> keeps(person(1), 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> keeps(person(1), Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> waited(person(1), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> draw(person(1), person(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Standing(Shift.TEAM, Shift.TEAM, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Standing(Shift.TEAM, Shift.STRATEGY, -0.1));
    }

    @Test
    void nobody_or_one_alone_makes_no_pair() {
        for (Pairing pairing : List.of(Pairing.best(), Pairing.firstCome(), Pairing.byLot(1))) {
            assertThat(pairing.draw(draw()).leftOut()).isEmpty();
            assertThat(pairing.draw(draw(person(1))).leftOut()).containsExactly(new LeftOut(id(1), 0));
        }
    }

    @Test
    void first_come_is_first_served() {
        Drawn drawn = Pairing.firstCome()
                .draw(draw(person(3), speaks(person(2), "fr"), person(1), speaks(person(4), "fr", "en"), person(5)));
        assertThat(couples(drawn)).containsExactlyInAnyOrder(Set.of(3, 1), Set.of(2, 4));
        assertThat(drawn.leftOut()).containsExactly(new LeftOut(id(5), 3));
    }

    private static Drawn best(Practiser... people) {
        return Pairing.best().draw(draw(people));
    }

    private static int points(Drawn drawn, Weight weight) {
        return drawn.pairs().getFirst().reason().points().getOrDefault(weight, 0);
    }

    private static Reason reason(Drawn drawn, int person) {
        return drawn.pairs().stream()
                .filter(pair -> pair.has(id(person)))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private static Set<Set<Integer>> couples(Drawn drawn) {
        return drawn.pairs().stream()
                .map(pair -> Set.of(
                        number(pair.one().value().getLeastSignificantBits()),
                        number(pair.other().value().getLeastSignificantBits())))
                .collect(Collectors.toSet());
    }

    private static int number(long bits) {
        return (int) (bits & 0xffff);
    }
}
