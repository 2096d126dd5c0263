package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.rubric.Shift.ACCOUNTABILITY;
import static org.threeshift.core.rubric.Shift.STRATEGY;
import static org.threeshift.core.rubric.Shift.TEAM;
import static org.threeshift.core.scorecard.Played.about;
import static org.threeshift.core.scorecard.Played.wide;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.scorecard.Practice.Rule;

class PracticePlanTest {

    @Test
    void the_lowest_shift_is_the_one_whose_band_begins_lowest_and_not_the_one_with_the_lowest_mean() {
        // strategy 3, 3, 3, 3: 3 ± 0.459, from 2.541 · team 2, 2, 5, 5: 3.5 ± 3.182 × 1.732 / 2 = 2.756, from 1
        var played = new Played(1, wide("a"), wide("b"), wide("c"), wide("d"));
        int[] team = {2, 2, 5, 5};
        String[] questions = {"a", "b", "c", "d"};
        for (int index = 0; index < 4; index++) {
            played.pose(questions[index])
                    .levels(questions[index], STRATEGY, 3)
                    .levels(questions[index], ACCOUNTABILITY, 4)
                    .levels(questions[index], TEAM, team[index]);
        }

        Practice first = played.publish().scorecard().practice().getFirst();

        assertThat(first.rule()).isEqualTo(Rule.LOWEST_SHIFT);
        assertThat(first.shift()).contains(TEAM);
        assertThat(first.label()).isEqualTo("Team: may be as low as 1.0");
        assertThat(first.question().orElseThrow().questionId()).isEqualTo("a");
        assertThat(first.on()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(first.tentative()).isFalse();
    }

    @Test
    void a_shift_that_alone_has_a_score_is_not_called_the_lowest() {
        var played = new Played(1, wide("a"), wide("b"), wide("c"));
        for (String question : List.of("a", "b", "c")) {
            played.pose(question).levels(question, ACCOUNTABILITY, 4);
        }

        Practice first = played.publish().scorecard().practice().getFirst();

        assertThat(first.shift()).contains(ACCOUNTABILITY);
        assertThat(first.label()).isEqualTo("Accountability: the only shift with a score so far");
    }

    @Test
    void the_trap_that_more_interviewers_heard_comes_before_the_earlier_one() {
        Practice item = trap(new Played(2, about(TEAM, "a"), about(TEAM, "b"))
                .pose("a")
                .traps("a", TrapJudgement.FELL, TrapJudgement.AVOIDED)
                .pose("b")
                .traps("b", TrapJudgement.FELL, TrapJudgement.FELL));

        assertThat(item.title()).isEqualTo("Answer “Title of b” again");
        assertThat(item.doing()).contains("first part of b");
        assertThat(item.on()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(item.tentative()).isFalse();
    }

    @Test
    void a_fall_comes_before_a_recovery_and_a_disputed_one_is_tentative() {
        Practice item = trap(new Played(2, about(TEAM, "a"), about(TEAM, "b"))
                .pose("a")
                .traps("a", TrapJudgement.RECOVERED, TrapJudgement.RECOVERED)
                .pose("b")
                .traps("b", TrapJudgement.FELL, TrapJudgement.AVOIDED));

        assertThat(item.label()).isEqualTo("Trap: Trap of b");
        assertThat(item.tentative()).isTrue();
    }

    @Test
    void a_recovered_trap_is_worth_practising_when_nobody_fell() {
        Practice item = trap(new Played(1, about(TEAM, "a")).pose("a").traps("a", TrapJudgement.RECOVERED));

        assertThat(item.title()).isEqualTo("Answer “Title of a” without the detour");
    }

    @Test
    void who_avoided_every_trap_has_none_to_practise() {
        var plan = new Played(1, about(TEAM, "a"))
                .pose("a")
                .traps("a", TrapJudgement.AVOIDED)
                .publish()
                .scorecard()
                .practice();

        assertThat(rules(plan)).doesNotContain(Rule.TRAP);
    }

    @Test
    void the_level_up_is_where_the_mean_lies_nearest_below_the_next_anchor() {
        // a: 3, 3, 4, mean 3.33, next in 0.67 · b: 4, 4, 3, mean 3.67, next in 0.33
        Practice item = new Played(3, about(TEAM, "a"), about(TEAM, "b"))
                .pose("a")
                .levels("a", TEAM, 3, 3, 4)
                .pose("b")
                .levels("b", TEAM, 4, 4, 3)
                .publish()
                .scorecard()
                .practice()
                .getLast();

        assertThat(item.rule()).isEqualTo(Rule.LEVEL_UP);
        assertThat(item.label()).isEqualTo("Team: 3 to 4");
        assertThat(item.doing()).contains("b TEAM 4");
        assertThat(item.on()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(item.tentative()).isFalse();
    }

    @Test
    void the_level_up_does_not_repeat_the_spot_of_the_lowest_shift() {
        // The lowest shift is practised on a; a and b are equally near to the next level.
        var plan = new Played(3, about(TEAM, "a"), about(TEAM, "b"))
                .pose("a")
                .levels("a", TEAM, 3, 3, 3)
                .pose("b")
                .levels("b", TEAM, 3, 3, 3)
                .publish()
                .scorecard()
                .practice();

        assertThat(plan)
                .extracting(item -> item.question().orElseThrow().questionId())
                .containsExactly("a", "b");
    }

    @Test
    void of_equally_near_levels_the_one_on_a_question_of_its_own_is_lifted() {
        // The lowest shift is practised on a, the trap on b, so c is next although b comes first.
        var plan = new Played(2, about(TEAM, "a"), about(TEAM, "b"), about(TEAM, "c"))
                .pose("a")
                .levels("a", TEAM, 3, 3)
                .pose("b")
                .levels("b", TEAM, 3, 3)
                .traps("b", TrapJudgement.FELL, TrapJudgement.FELL)
                .pose("c")
                .levels("c", TEAM, 3, 3)
                .publish()
                .scorecard()
                .practice();

        assertThat(plan)
                .extracting(item -> item.question().orElseThrow().questionId())
                .containsExactly("a", "b", "c");
    }

    @Test
    void what_rests_on_little_is_tentative() {
        // two questions, one interviewer: 3 levels on strategy are not there, 2 of them are
        var plan = new Played(1, about(TEAM, "a"), about(TEAM, "b"))
                .pose("a")
                .levels("a", TEAM, 3)
                .pose("b")
                .levels("b", TEAM, 4)
                .publish()
                .scorecard()
                .practice();

        assertThat(rules(plan)).containsExactly(Rule.MORE_QUESTIONS, Rule.LEVEL_UP);
        assertThat(plan).allMatch(Practice::tentative);
        assertThat(plan.getFirst().doing())
                .isEqualTo(
                        "Strategy stands on no level; a score needs three. Ask for a round that probes it more often.");
    }

    private static Practice trap(Played played) {
        return played.publish().scorecard().practice().stream()
                .filter(item -> item.rule() == Rule.TRAP)
                .findFirst()
                .orElseThrow();
    }

    private static List<Rule> rules(List<Practice> plan) {
        return plan.stream().map(Practice::rule).toList();
    }
}
