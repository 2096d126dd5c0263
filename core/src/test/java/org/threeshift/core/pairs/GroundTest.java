package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.threeshift.core.pairing.Reason;
import org.threeshift.core.pairing.Weight;
import org.threeshift.core.rubric.Shift;

class GroundTest {
    @Test
    void what_spoke_for_two_most_is_said_first() {
        var reason = reason(Map.of(Weight.OPPOSITE_SHIFTS, 40, Weight.NOT_MET_LATELY, 35, Weight.SAME_LEVEL, 5), 0);
        assertThat(Ground.codes(reason)).isEqualTo("BOTH_GAIN,NOT_MET,SAME_LEVEL");
        assertThat(Ground.sentence("BOTH_GAIN,NOT_MET,SAME_LEVEL", List.of()))
                .isEqualTo("Your roles go together, you share a language and are both free at this hour; each of you"
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
        assertThat(Ground.sentence("", List.of()))
                .isEqualTo("Your roles go together, you share a language and are both free at this hour.");
    }

    @Test
    void the_languages_that_both_have_are_named_in_the_same_sentence() {
        assertThat(Ground.sentence("NOT_MET", List.of("de")))
                .isEqualTo(
                        "Your roles go together, and both of you practise in German and are free at this hour; you have"
                                + " not met lately.");
        assertThat(Ground.sentence("", List.of("fr", "en", "de")))
                .isEqualTo(
                        "Your roles go together, and both of you practise in English, French or German and are free at this hour.");
    }

    @Test
    void who_waited_is_told_in_draws_and_in_the_waiting_room_nobody() {
        var reason = reason(Map.of(Weight.SAME_LEVEL, 5), 2);
        assertThat(Ground.codes(reason)).isEqualTo("WAITED,SAME_LEVEL");
        assertThat(Ground.codesOfNow(reason)).isEqualTo("SAME_LEVEL");
    }

    @Test
    void a_code_of_another_version_is_passed_over() {
        assertThat(Ground.sentence("SOMETHING_NEW,NOT_MET", List.of())).endsWith("this hour; you have not met lately.");
    }

    @Test
    void every_ground_has_its_words() {
        for (Ground ground : Ground.values()) {
            assertThat(Ground.sentence(ground.name(), List.of())).contains("; ");
        }
    }

    private static Reason reason(Map<Weight, Integer> points, int waited) {
        return new Reason(points, Optional.of(Shift.TEAM), Optional.of(Shift.STRATEGY), waited, 0);
    }
}
