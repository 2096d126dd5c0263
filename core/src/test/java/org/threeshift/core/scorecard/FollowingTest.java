package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.rubric.Shift.STRATEGY;
import static org.threeshift.core.rubric.Shift.TEAM;
import static org.threeshift.core.scorecard.Played.about;
import static org.threeshift.core.scorecard.Played.wide;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.scorecard.PlanReview.Sequel;
import org.threeshift.core.scorecard.TrapHistory.Advice;

/** What several interviews of one candidate say together. */
class FollowingTest {
    private static final List<Shift> SHIFTS = List.of(Shift.values());

    @Test
    void who_stays_in_a_family_of_traps_has_a_concept_to_learn() {
        // fell, fell, avoided, fell: 3 of 4, recovered none
        TrapHistory history = TrapHistory.of(List.of(
                trapped(TrapJudgement.FELL),
                trapped(TrapJudgement.FELL),
                trapped(TrapJudgement.AVOIDED),
                trapped(TrapJudgement.FELL)));

        TrapHistory.Family family = history.families().getFirst();
        assertThat(family.tally()).isEqualTo(new TrapTally(1, 0, 3));
        assertThat(family.sentence()).isEqualTo("family: stepped into 3 of 4, climbed out of 0");
        assertThat(family.latest(2))
                .extracting(TrapHistory.Occasion::became)
                .containsExactly(TrapJudgement.FELL, TrapJudgement.AVOIDED);
        assertThat(family.occasions())
                .extracting(TrapHistory.Occasion::became)
                .containsExactly(TrapJudgement.FELL, TrapJudgement.FELL, TrapJudgement.AVOIDED, TrapJudgement.FELL);
        assertThat(family.advice()).isEqualTo(Advice.CONCEPT);
        assertThat(family.help()).isEqualTo("Learn first what a strategic answer holds: first part of a");
        assertThat(history.toWorkOn()).containsExactly(family);
    }

    @Test
    void who_climbs_out_at_least_half_the_time_gets_a_reminder() {
        TrapHistory half = TrapHistory.of(List.of(trapped(TrapJudgement.FELL), trapped(TrapJudgement.RECOVERED)));
        TrapHistory never = TrapHistory.of(List.of(trapped(TrapJudgement.AVOIDED)));

        assertThat(half.families().getFirst().advice()).isEqualTo(Advice.REMINDER);
        assertThat(half.tally().recoveryRate()).hasValue(0.5);
        assertThat(never.families().getFirst().advice()).isEqualTo(Advice.NOTHING);
        assertThat(never.families().getFirst().help()).isEmpty();
        assertThat(never.toWorkOn()).isEmpty();
        assertThat(TrapHistory.of(List.of()).families()).isEmpty();
    }

    @Test
    void every_family_of_the_shipped_bank_has_words_of_its_own() {
        for (String family : List.of(
                "blame-elsewhere",
                "chasing-everything",
                "doers-reflex",
                "head-in-the-sand",
                "keeping-the-peace",
                "numbers-without-a-decision",
                "spending-not-investing",
                "untested-favourites",
                "vanity-metrics",
                "verdict-before-cause")) {
            for (String part : List.of("name", "reminder", "concept")) {
                assertThat(Sentences.known("trap." + family + "." + part)).isPresent();
            }
        }
    }

    @Test
    void a_plan_that_helped_is_told_from_one_that_recurs() {
        // Then: team lowest, fell for the trap on a, and of equally near levels strategy 3 on b, which nothing else
        // repeats.
        Scorecard before = interview(new int[][] {{4, 4, 2}, {3, 4, 2}, {4, 4, 2}}, TrapJudgement.FELL);
        assertThat(before.practice())
                .extracting(Practice::key)
                .containsExactly("lowest-shift/team/a", "trap/a", "level-up/strategy/b");

        // Now: strategy is lowest, the trap was avoided, strategy on b stays below 4.
        Scorecard better = interview(new int[][] {{2, 4, 4}, {2, 4, 4}, {2, 4, 4}}, TrapJudgement.AVOIDED);
        assertThat(PlanReview.of(before, Set.of("trap/a"), better).items())
                .extracting(PlanReview.Followed::sequel)
                .containsExactly(Sequel.HELPED, Sequel.HELPED, Sequel.RECURS);
        assertThat(PlanReview.of(before, Set.of("trap/a"), better).items())
                .extracting(PlanReview.Followed::done)
                .containsExactly(false, true, false);

        // Now: team is lowest again, the same family caught them again, strategy on b reached 4.
        Scorecard again = interview(new int[][] {{4, 4, 2}, {4, 4, 2}, {4, 4, 2}}, TrapJudgement.FELL);
        assertThat(PlanReview.of(before, Set.of(), again).items())
                .extracting(PlanReview.Followed::sequel)
                .containsExactly(Sequel.RECURS, Sequel.RECURS, Sequel.HELPED);
    }

    @Test
    void a_climb_out_of_a_trap_that_they_stayed_in_is_progress_and_another_climb_is_none() {
        Scorecard fell = trapped(TrapJudgement.FELL);
        Scorecard recovered = trapped(TrapJudgement.RECOVERED);

        assertThat(sequel(fell, recovered)).isEqualTo(Sequel.HELPED);
        assertThat(sequel(recovered, recovered)).isEqualTo(Sequel.RECURS);
        assertThat(sequel(recovered, fell)).isEqualTo(Sequel.RECURS);
    }

    @Test
    void what_was_not_asked_about_tells_nothing() {
        Scorecard before = interview(new int[][] {{4, 4, 2}, {3, 4, 2}, {4, 4, 2}}, TrapJudgement.FELL);
        Scorecard elsewhere = new Played(1, about(STRATEGY, "z"))
                .pose("z")
                .levels("z", STRATEGY, 3)
                .publish()
                .scorecard();

        assertThat(PlanReview.of(before, Set.of(), elsewhere).items())
                .extracting(PlanReview.Followed::sequel)
                .containsOnly(Sequel.NOT_ASKED);
    }

    @Test
    void more_questions_were_enough_once_there_is_a_score() {
        Scorecard little = new Played(1, about(TEAM, "a"))
                .pose("a")
                .levels("a", TEAM, 3)
                .publish()
                .scorecard();
        Scorecard enough = interview(new int[][] {{4, 4, 2}, {3, 4, 2}, {4, 4, 2}}, TrapJudgement.AVOIDED);

        assertThat(PlanReview.of(little, Set.of(), enough).items().getFirst().sequel())
                .isEqualTo(Sequel.HELPED);
        assertThat(PlanReview.of(little, Set.of(), little).items().getFirst().sequel())
                .isEqualTo(Sequel.RECURS);
    }

    @Test
    void two_interviews_stand_side_by_side_the_earlier_first_whichever_comes_first() {
        Scorecard first = interview(new int[][] {{2, 4, 2}, {2, 4, 2}, {2, 4, 2}}, TrapJudgement.FELL);
        Scorecard second = later(new int[][] {{4, 4, 2}, {4, 4, 2}, {4, 4, 3}});

        Comparison comparison = Comparison.of(second, first);

        assertThat(comparison.earlier()).isEqualTo(first);
        assertThat(comparison.shifts().getFirst().difference()).hasValue(2);
        // Both errors √(1/36): 2 ± t(0.975, 4) · √(2/36) = 2 ± 0.654
        assertThat(comparison.shifts().getFirst().change().orElseThrow().clear())
                .isTrue();
        comparison
                .shifts()
                .forEach(shift -> assertThat(shift.change().orElseThrow().size())
                        .isEqualTo(shift.difference().orElseThrow()));
        assertThat(comparison.shifts().get(1).change().orElseThrow().clear()).isFalse();
        assertThat(comparison.again()).hasSize(3);
        assertThat(comparison.again().getLast().before(TEAM)).hasValue(2);
        assertThat(comparison.again().getLast().now(TEAM)).hasValue(3);
    }

    private static Sequel sequel(Scorecard before, Scorecard now) {
        return PlanReview.of(before, Set.of(), now).items().stream()
                .filter(followed -> followed.item().rule() == Practice.Rule.TRAP)
                .findFirst()
                .orElseThrow()
                .sequel();
    }

    private static Scorecard trapped(TrapJudgement judgement) {
        return new Played(1, about(TEAM, "a"))
                .pose("a")
                .traps("a", judgement)
                .publish()
                .scorecard();
    }

    /** @param keys by question, then by shift */
    private static Scorecard interview(int[][] keys, TrapJudgement onFirst) {
        return play(new Played(1, wide("a"), wide("b"), wide("c")), keys, onFirst);
    }

    private static Scorecard later(int[][] keys) {
        return play(
                new Played(Played.START.plus(java.time.Duration.ofDays(30)), 1, wide("a"), wide("b"), wide("c")),
                keys,
                TrapJudgement.AVOIDED);
    }

    private static Scorecard play(Played played, int[][] keys, TrapJudgement onFirst) {
        String[] questions = {"a", "b", "c"};
        for (int question = 0; question < 3; question++) {
            played.pose(questions[question]);
            for (int shift = 0; shift < SHIFTS.size(); shift++) {
                played.level(1, questions[question], SHIFTS.get(shift), keys[question][shift]);
            }
        }
        return played.traps("a", onFirst).publish().scorecard();
    }
}
