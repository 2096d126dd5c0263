package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.threeshift.core.pairing.Reason;
import org.threeshift.core.pairing.Weight;
import org.threeshift.core.pairs.model.Origin;
import org.threeshift.core.rubric.Shift;

class GroundTest {
    @Test
    void what_spoke_for_two_most_is_said_first() {
        var reason = reason(Map.of(Weight.OPPOSITE_SHIFTS, 40, Weight.NOT_MET_LATELY, 35, Weight.SAME_LEVEL, 5), 0);
        assertThat(Ground.codes(reason)).isEqualTo("BOTH_GAIN,NOT_MET,SAME_LEVEL");
        assertThat(Ground.sentence(Origin.DRAW, "BOTH_GAIN,NOT_MET,SAME_LEVEL", List.of()))
                .isEqualTo("Your roles go together, you share a language and had an hour in common; each of you"
                        + " is strong on a shift where the other has most to gain, you have not met lately and you"
                        + " want to lead at the same level.");
    }

    @Test
    void who_met_some_weeks_ago_is_not_told_that_they_have_not() {
        assertThat(Ground.codes(reason(Map.of(Weight.NOT_MET_LATELY, 34, Weight.SAME_LEVEL, 5), 0)))
                .isEqualTo("SAME_LEVEL");
    }

    @Test
    void neither_favourites_nor_reliability_are_told() {
        var reason = reason(Map.of(Weight.FAVOURITE, 15, Weight.COMPATIBLE_RELIABILITY, 15), 0);
        assertThat(Ground.codes(reason)).isEmpty();
        assertThat(Ground.sentence(Origin.DRAW, "", List.of()))
                .isEqualTo("Your roles go together, you share a language and had an hour in common.");
    }

    @Test
    void the_languages_that_both_have_are_named_in_the_same_sentence() {
        assertThat(Ground.sentence(Origin.DRAW, "NOT_MET", List.of("de")))
                .isEqualTo(
                        "Your roles go together, and both of you practise in German and had an hour in common; you have"
                                + " not met lately.");
        assertThat(Ground.sentence(Origin.DRAW, "", List.of("fr", "en", "de")))
                .isEqualTo(
                        "Your roles go together, and both of you practise in English, French or German and had an hour in common.");
    }

    @Test
    void of_the_waiting_room_nothing_is_said_of_hours_that_anybody_gave() {
        assertThat(Ground.sentence(Origin.NOW, "NOT_MET", List.of("de")))
                .isEqualTo(
                        "Your roles go together, and both of you practise in German and came to practise now; you have"
                                + " not met lately.");
        assertThat(Ground.sentence(Origin.NOW, "", List.of()))
                .isEqualTo("Your roles go together, you share a language and came to practise now.");
    }

    @Test
    void who_waited_is_told_in_draws_and_in_the_waiting_room_nobody() {
        var reason = reason(Map.of(Weight.SAME_LEVEL, 5), 2);
        assertThat(Ground.codes(reason)).isEqualTo("WAITED,SAME_LEVEL");
        assertThat(Ground.codesOfNow(reason)).isEqualTo("SAME_LEVEL");
    }

    @Test
    void a_code_of_another_version_is_passed_over() {
        assertThat(Ground.sentence(Origin.DRAW, "SOMETHING_NEW,NOT_MET", List.of()))
                .endsWith("in common; you have not met lately.");
    }

    @Test
    void every_ground_has_its_words() {
        for (Ground ground : Ground.values()) {
            assertThat(Ground.sentence(Origin.DRAW, ground.name(), List.of())).contains("; ");
        }
    }

    private static Reason reason(Map<Weight, Integer> points, int waited) {
        return new Reason(points, Optional.of(Shift.TEAM), Optional.of(Shift.STRATEGY), waited, 0);
    }
}
