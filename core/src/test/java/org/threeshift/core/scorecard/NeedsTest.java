package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.rubric.Shift.ACCOUNTABILITY;
import static org.threeshift.core.rubric.Shift.STRATEGY;
import static org.threeshift.core.rubric.Shift.TEAM;
import static org.threeshift.core.scorecard.Played.wide;

import org.junit.jupiter.api.Test;

class NeedsTest {
    private static final String[] QUESTIONS = {"a", "b", "c"};

    @Test
    void a_shift_with_few_answers_comes_after_those_with_enough_however_low_it_may_be() {
        // strategy 3, 3, 2 and accountability 4, 4, 4, two levels each · team 3, 2, on two questions, from 1
        Scorecard card = played(new int[] {3, 3, 2}, new int[] {4, 4, 4}, new int[] {3, 2});

        assertThat(card.on(TEAM).score().value()).hasValue(2.5);
        assertThat(card.on(STRATEGY).score().value().orElseThrow()).isGreaterThan(2.5);
        assertThat(card.headline()).isEqualTo("You answer for results like a manager. Start from the business next.");
        assertThat(card.practice().getFirst().shift()).contains(STRATEGY);
        assertThat(card.practice().getFirst().label()).isEqualTo("Strategy: the lowest with enough answers");
        assertThat(card.practice().getFirst().tentative()).isFalse();
    }

    @Test
    void of_shifts_with_enough_answers_the_one_that_may_be_lowest_is_next_and_never_called_the_strongest() {
        // strategy 3, 3, 3 · accountability 2, 5, 5: the higher mean, and the lower end · team 4, 4, 4
        Scorecard card = played(new int[] {3, 3, 3}, new int[] {2, 5, 5}, new int[] {4, 4, 4});

        assertThat(card.headline()).isEqualTo("You lead people like a manager. Own the number next.");
        assertThat(card.practice().getFirst().shift()).contains(ACCOUNTABILITY);
        assertThat(card.practice().getFirst().label()).startsWith("Accountability: may be as low as ");
    }

    @Test
    void where_only_one_shift_has_enough_answers_the_lower_score_is_next() {
        // The band of two questions begins at 1 either way: it is no reason to call a 4 the lowest.
        Scorecard high = played(new int[] {3, 3, 2}, new int[] {}, new int[] {4, 4});
        assertThat(high.headline()).isEqualTo("You know your craft. Start from the business next.");
        assertThat(high.practice().getFirst().shift()).contains(STRATEGY);

        Scorecard low = played(new int[] {4, 4, 5}, new int[] {}, new int[] {3, 2});
        assertThat(low.headline()).isEqualTo("You think like a manager. Work through your team next.");
        assertThat(low.practice().getFirst().shift()).contains(TEAM);
        assertThat(low.practice().getFirst().tentative()).isTrue();
    }

    /** Levels of two interviewers who agree. */
    private static Scorecard played(int[] strategy, int[] accountability, int[] team) {
        var played = new Played(2, wide("a"), wide("b"), wide("c"));
        for (int index = 0; index < QUESTIONS.length; index++) {
            String question = QUESTIONS[index];
            played.pose(question);
            if (index < strategy.length) {
                played.levels(question, STRATEGY, strategy[index], strategy[index]);
            }
            if (index < accountability.length) {
                played.levels(question, ACCOUNTABILITY, accountability[index], accountability[index]);
            }
            if (index < team.length) {
                played.levels(question, TEAM, team[index], team[index]);
            }
        }
        return played.publish().scorecard();
    }
}
