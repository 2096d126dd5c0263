package org.threeshift.core.pairing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.pairing.Drawn;
import org.threeshift.core.pairing.Pairing;
import org.threeshift.core.pairing.Practiser;

/** What docs/matching.md claims, on a smaller crowd, in fewer weeks and with the same seed. */
class SimulationTest {
    private static Map<String, Tally> tallies = Map.of();

    @BeforeAll
    static void play() {
        tallies = Ways.played(200, 8);
    }

    @Test
    void everybody_has_the_same_chance_whatever_the_way_of_pairing() {
        assertThat(tallies.values().stream()
                        .map(each -> each.tookPart + each.alone + each.paused)
                        .distinct())
                .hasSize(1);
        assertThat(tally(Ways.BEST).tookPart).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {Ways.FIRST_COME, Ways.BY_LOT})
    void more_are_matched_learn_from_each_other_and_meet_somebody_new(String other) {
        Tally best = tally(Ways.BEST);
        Tally compared = tally(other);
        assertThat(best.joinedShare()).isGreaterThan(compared.joinedShare() + 0.05);
        assertThat(best.agreedShare()).isGreaterThan(compared.agreedShare());
        assertThat(best.oppositeShare()).isGreaterThan(1.5 * compared.oppositeShare());
        assertThat(best.oneWayShare()).isGreaterThan(1.1 * compared.oneWayShare());
        assertThat(best.repeatShare()).isLessThan(compared.repeatShare());
        assertThat(best.kept).isGreaterThan(compared.kept);
    }

    @Test
    void nobody_is_left_out_twice_running_for_nothing_and_the_others_show_that_it_happens() {
        assertThat(tally(Ways.BEST).leftOutForNothing).isZero();
        assertThat(tally(Ways.BEST).leftOutAgain).isLessThan(tally(Ways.FIRST_COME).leftOutAgain / 4);
        assertThat(tally(Ways.FIRST_COME).leftOutForNothing).isPositive();
        assertThat(tally(Ways.BY_LOT).leftOutForNothing).isPositive();
    }

    @Test
    void what_was_not_confirmed_is_matched_once_more_and_two_no_shows_pause() {
        Tally best = tally(Ways.BEST);
        assertThat(best.lapsed).isPositive();
        assertThat(best.second).isPositive().isLessThan(best.pairs / 4);
        assertThat(best.paused).isPositive().isLessThan(best.tookPart / 10);
        assertThat(best.agreed).isEqualTo(2 * best.pairs);
    }

    @Test
    void the_same_seed_plays_the_same_weeks() {
        List<Member> members = new Crowd(3).members(60);
        assertThat(Figures.table(Map.of("", Season.played(Pairing.best(), members, 3, 3))))
                .isEqualTo(Figures.table(Map.of("", Season.played(Pairing.best(), members, 3, 3))))
                .isNotEqualTo(Figures.table(Map.of("", Season.played(Pairing.best(), members, 3, 4))));
    }

    @Test
    void a_plot_shows_every_way() {
        assertThat(new Plot(tallies).svg()).contains(Ways.BEST, Ways.FIRST_COME, Ways.BY_LOT, "Appointments kept");
    }

    /** Of the time it takes here, a small part of the budget for ten thousand. */
    @Test
    void a_pruned_draw_is_quick_loses_few_points_and_nobody() {
        int size = 400;
        Drawn drawn = Pairing.best().draw(Sizes.draw(size));
        assertThat(drawn.weighed()).isLessThan(drawn.possible() / 3);
        assertThat(drawn.pairs()).hasSize(size / 2);
        assertThat(Sizes.loss(drawn, size)).isBetween(0.0, 0.03);
    }

    /** In blocks: of a thousand people, each has a pair's place in one, and nobody less than in the whole. */
    @Test
    void a_large_draw_goes_by_blocks_and_leaves_nobody_out() {
        Sizes.Measured thousand = Sizes.measure(Pairing.best(), 1_000);
        assertThat(thousand.drawn().pairs()).hasSize(500);
        assertThat(thousand.processor()).isLessThan(Duration.ofSeconds(10));
        Drawn odd = Pairing.best().draw(Sizes.draw(1_501));
        assertThat(odd.pairs()).hasSize(750);
        assertThat(odd.leftOut()).hasSize(1);
        // All could practise with each other, so that whoever waited can be spared.
        assertThat(Sizes.draw(1_501).practisers().stream()
                        .filter(each ->
                                each.person().equals(odd.leftOut().getFirst().person()))
                        .map(Practiser::waited))
                .containsExactly(0);
    }

    private static Tally tally(String way) {
        return Optional.ofNullable(tallies.get(way)).orElseThrow();
    }
}
