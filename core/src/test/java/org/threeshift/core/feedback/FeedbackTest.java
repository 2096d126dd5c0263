package org.threeshift.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.feedback.Feedback.NotYet;
import org.threeshift.core.feedback.Feedback.OnShift;
import org.threeshift.core.feedback.Feedback.Shown;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** What an interviewer learns, and what they cannot learn. */
class FeedbackTest {
    private static final PersonId ADA = new PersonId(new UUID(0, 100));

    private final List<FeedbackCard> cards = new ArrayList<>();

    @Test
    void below_three_different_people_nothing_is_shown_and_nothing_changes_with_an_answer() {
        assertThat(Feedback.of(cards)).isEqualTo(new NotYet());
        answer(1, 4, "One.");
        assertThat(Feedback.of(cards)).isEqualTo(new NotYet());
        answer(1, 5, "The same person again.");
        answer(2, 2, "Two.");
        assertThat(Feedback.of(cards)).isEqualTo(new NotYet());
    }

    @Test
    void three_different_people_give_means_with_counts() {
        answer(1, 5, "");
        answer(2, 2, "");
        answer(3, 4, "");
        Shown shown = shown();
        assertThat(shown.answers()).isEqualTo(3);
        assertThat(shown.shifts()).extracting(OnShift::shift).containsExactly(Shift.values());
        assertThat(shown.shifts().getFirst().mean().orElseThrow()).isEqualTo(11 / 3.0);
        assertThat(shown.sentences()).isEmpty();
    }

    @Test
    void not_observed_is_in_no_mean_and_a_shift_that_two_people_observed_has_none() {
        answer(1, 5, "");
        answer(2, 0, "");
        answer(3, 4, "");
        OnShift strategy = shown().shifts().getFirst();
        assertThat(strategy.answers()).isEqualTo(2);
        assertThat(strategy.mean()).isEmpty();
        OnShift team = shown().shifts().getLast();
        assertThat(team.answers()).isEqualTo(3);
        assertThat(team.mean()).hasValue(3);
    }

    @Test
    void a_fourth_and_a_fifth_answer_show_only_together_with_a_sixth() {
        answer(1, 5, "a");
        answer(2, 5, "b");
        answer(3, 5, "c");
        Feedback three = Feedback.of(cards);
        answer(4, 1, "d");
        assertThat(Feedback.of(cards)).isEqualTo(three);
        answer(5, 1, "e");
        assertThat(Feedback.of(cards)).isEqualTo(three);
        answer(6, 1, "f");
        assertThat(shown().answers()).isEqualTo(6);
        assertThat(shown().shifts().getFirst().mean()).hasValue(3);
    }

    @Test
    void somebody_who_was_shown_before_does_not_complete_a_group_alone() {
        answer(1, 5, "");
        answer(2, 5, "");
        answer(3, 5, "");
        answer(1, 1, "");
        answer(1, 1, "");
        answer(1, 1, "");
        assertThat(shown().answers()).isEqualTo(3);
        answer(2, 1, "");
        answer(4, 1, "");
        assertThat(shown().answers()).isEqualTo(8);
    }

    @Test
    void the_order_of_sentences_does_not_tell_who_answered_when() {
        answer(1, 5, "Too fast.");
        answer(2, 5, "Clear.");
        answer(3, 5, "Kind.");
        List<String> inOneOrder = shown().sentences();
        cards.clear();
        answer(3, 5, "Kind.");
        answer(1, 5, "Too fast.");
        answer(2, 5, "Clear.");
        assertThat(shown().sentences()).isEqualTo(inOneOrder).containsExactly("Clear.", "Kind.", "Too fast.");
    }

    @Test
    void sentences_of_the_newest_group_come_first() {
        answer(1, 5, "Alpha.");
        answer(2, 5, "");
        answer(3, 5, "Beta.");
        answer(4, 5, "Yotta.");
        answer(5, 5, "Zeta.");
        answer(6, 5, "");
        assertThat(shown().sentences()).containsExactly("Yotta.", "Zeta.", "Alpha.", "Beta.");
    }

    private Shown shown() {
        assertThat(Feedback.of(cards)).isInstanceOf(Shown.class);
        return (Shown) Feedback.of(cards);
    }

    private void answer(int candidate, int strategy, String sentence) {
        cards.add(new FeedbackCard(
                new InterviewId(new UUID(1, cards.size())),
                ADA,
                new PersonId(new UUID(0, candidate)),
                Map.of(
                        Shift.STRATEGY,
                        Level.ofKey(strategy),
                        Shift.ACCOUNTABILITY,
                        Level.NOT_OBSERVED,
                        Shift.TEAM,
                        Level.THREE),
                sentence,
                Instant.parse("2026-03-01T12:00:00Z")));
    }
}
