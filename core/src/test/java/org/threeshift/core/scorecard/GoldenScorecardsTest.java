package org.threeshift.core.scorecard;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.threeshift.core.rubric.Shift.ACCOUNTABILITY;
import static org.threeshift.core.rubric.Shift.STRATEGY;
import static org.threeshift.core.rubric.Shift.TEAM;
import static org.threeshift.core.scorecard.Played.about;
import static org.threeshift.core.scorecard.Played.person;
import static org.threeshift.core.scorecard.Played.wide;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;
import org.threeshift.core.scorecard.Band.Method;
import org.threeshift.core.scorecard.Score.Basis;
import org.threeshift.core.scorecard.Score.Reason;
import org.threeshift.core.scorecard.Score.Scored;
import org.threeshift.core.scorecard.Score.TooLittle;
import org.threeshift.core.scorecard.Scorecard.Completeness;
import org.threeshift.core.scorecard.SelfView.Leaning;

/**
 * Whole interviews worked by hand: each comment holds the calculation. t(0.975, ν) is 12.706205, 4.302653, 3.182446, 2.776445
 * for ν = 1, 2, 3, 4.
 */
class GoldenScorecardsTest {
    private static final List<Shift> SHIFTS = List.of(Shift.values());

    @Test
    void one_interviewer_three_questions() {
        // strategy 2, 3, 4: mean 3, s = 1, half 4.302653 / √3 = 2.484, beyond both ends of the scale
        // accountability 3, 3, 4: mean 10/3, s² = 1/3, half 4.302653 · √(1/9) = 1.434218, from 1.899116 to 4.767551
        // team 4, 4, 4: mean 4, s² taken as 1/12, half 4.302653 · √(1/36) = 0.717109, from 3.282891 to 4.717109
        Scorecard card = one(new int[][] {{2, 3, 4}, {3, 3, 4}, {4, 4, 4}}).scorecard();

        scored(card, STRATEGY, 3, 1, 5, Method.QUESTIONS, new Basis(3, 3, 3, 0, 1));
        scored(card, ACCOUNTABILITY, 10.0 / 3, 1.899116, 4.767551, Method.QUESTIONS, new Basis(3, 3, 3, 0, 1));
        scored(card, TEAM, 4, 3.282891, 4.717109, Method.QUESTIONS, new Basis(3, 3, 3, 0, 1));
        // Strongest 4, weakest 3.
        assertThat(card.headline()).isEqualTo("You lead people like a manager. Start from the business next.");
        assertThat(card.completeness()).isEqualTo(Completeness.WHOLE);
        assertThat(card.on(STRATEGY).spread()).isEmpty();
        // The band that begins lowest is strategy's; its lowest question is the first.
        assertThat(card.practice().getFirst().label()).isEqualTo("Strategy: the lowest shift");
        assertThat(card.practice().getFirst().key()).isEqualTo("lowest-shift/strategy/a");
    }

    @Test
    void a_panel_of_three_that_differs_by_a_constant() {
        // Everybody ranks the questions alike; the third is a level milder: see TwoWayTest for the sums.
        // Score: means 7/3, 7/3, 10/3, 10/3, so 17/6 = 2.833333.
        // Over questions: s² = 1/3, half 3.182446 · √(1/12) = 0.918694. Over both: √(7/36) · t(4) = 0.440959 · 2.776445
        // =
        // 1.224297. The wider one: from 1.609036 to 4.057631.
        Scorecard card = panel(STRATEGY, new int[][] {{2, 2, 3}, {2, 2, 3}, {3, 3, 4}, {3, 3, 4}})
                .scorecard();

        scored(card, STRATEGY, 17.0 / 6, 1.609036, 4.057631, Method.PANEL, new Basis(4, 4, 12, 0, 3));
        // Own means 2.5, 2.5 and 3.5.
        assertThat(card.on(STRATEGY).spread().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_panel_of_four_that_is_of_two_minds() {
        // Every question: 3, 3, 4, 4. Question means all 3.5, so only interviewers differ: MSr = 4 · 4 · (1/2)² / 3 =
        // 4/3,
        // MSq = MSe = 0. Variance (4/3) / 16 = 1/12, error 0.288675, degrees (4/3)² / ((4/3)²/3) = 3, half 0.918693.
        // Over questions alone it would be 3.182446 · √(1/48) = 0.459347: agreement of questions is no agreement of
        // people.
        Scorecard card = panel(TEAM, new int[][] {{3, 3, 4, 4}, {3, 3, 4, 4}, {3, 3, 4, 4}, {3, 3, 4, 4}})
                .scorecard();

        scored(card, TEAM, 3.5, 2.581307, 4.418693, Method.PANEL, new Basis(4, 4, 16, 0, 4));
    }

    @Test
    void a_panel_of_three_that_agrees_keeps_the_band_over_questions() {
        // Means 2, 3, 4, 5 by all: interviewers show no variance, so over both it is no wider: 3.5, s² = 5/3,
        // half 3.182446 · √(5/12) = 2.054260, from 1.445740 to 5 (5.554260)
        Scorecard card = panel(STRATEGY, new int[][] {{2, 2, 2}, {3, 3, 3}, {4, 4, 4}, {5, 5, 5}})
                .scorecard();

        scored(card, STRATEGY, 3.5, 1.445740, 5, Method.QUESTIONS, new Basis(4, 4, 12, 0, 3));
        assertThat(card.on(STRATEGY).spread()).hasValue(0);
    }

    @Test
    void a_panel_of_three_with_a_level_not_observed() {
        // See TwoWayTest: error 0.409885, 3 degrees, half 1.304438. Means 7/3, 5/2, 10/3, 10/3: 11.5/4 = 2.875.
        // From 1.570562 to 4.179438. Not observed is no zero: with one the second mean would be 5/3.
        Scorecard card = panel(STRATEGY, new int[][] {{2, 2, 3}, {2, 0, 3}, {3, 3, 4}, {3, 3, 4}})
                .scorecard();

        scored(card, STRATEGY, 2.875, 1.570562, 4.179438, Method.PANEL, new Basis(4, 4, 11, 1, 3));
    }

    @Test
    void two_interviewers_with_levels_missing() {
        // a: (4 + 3)/2 = 3.5 · b: 2 by one · c: nobody, left out · d: (5 + 4)/2 = 4.5. Mean 10/3, not (4+3+2+5+4)/5 =
        // 3.6.
        // s² = (1/36 + 16/9 + 49/36)/2 = 19/12, half 4.302653 · √(19/36) = 3.125809: the whole scale, by its ends.
        Scorecard card = panel(ACCOUNTABILITY, new int[][] {{4, 3}, {2, 0}, {0, 0}, {5, 4}})
                .scorecard();

        scored(card, ACCOUNTABILITY, 10.0 / 3, 1, 5, Method.QUESTIONS, new Basis(4, 3, 5, 3, 2));
        // Own means (4 + 2 + 5)/3 and (3 + 4)/2: 3.666667 − 3.5.
        assertThat(card.on(ACCOUNTABILITY).spread().orElseThrow()).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(card.questions().get(2).on(ACCOUNTABILITY).orElseThrow().met())
                .isEmpty();
    }

    @Test
    void two_interviewers_who_could_not_disagree_more() {
        // Every question 1 and 5, mean 3. Two people are no sample: over questions, s² taken as 1/12, half
        // 3.182446 · √(1/48) = 0.459347. The spread says what the band cannot: 4 levels.
        Scorecard card =
                panel(TEAM, new int[][] {{1, 5}, {1, 5}, {1, 5}, {1, 5}}).scorecard();

        scored(card, TEAM, 3, 2.540653, 3.459347, Method.QUESTIONS, new Basis(4, 4, 8, 0, 2));
        assertThat(card.on(TEAM).spread()).hasValue(4);
    }

    @Test
    void an_amended_level_counts_as_amended() {
        // 2, 2, 2, then the last one to 5: mean 3, s² = 3, half 4.302653 · 1 = 4.3: the whole scale by its ends.
        Played played = one(new int[][] {{3, 3, 3}, {3, 3, 3}, {2, 2, 2}});
        scored(played.scorecard(), TEAM, 2, 1.282891, 2.717109, Method.QUESTIONS, new Basis(3, 3, 3, 0, 1));

        Scorecard card = played.after(Duration.ofDays(2))
                .amend(1, new Amendment.OfLevel("c", TEAM, Level.FIVE), "Heard the recording again.")
                .amend(1, new Amendment.OfVerdict(Verdict.STRONG_YES), "So it is a clear yes.")
                .scorecard();

        scored(card, TEAM, 3, 1, 5, Method.QUESTIONS, new Basis(3, 3, 3, 0, 1));
        assertThat(card.amendments())
                .extracting(Scorecard.Amended::reason)
                .containsExactly("Heard the recording again.", "So it is a clear yes.");
        assertThat(card.amendments()).allMatch(Scorecard.Amended::afterPublication);
        assertThat(card.verdicts()).containsExactly(new Scorecard.VerdictCount(Verdict.STRONG_YES, 1));
    }

    @Test
    void an_empty_interview_has_no_number_anywhere() {
        // Published after nothing was asked.
        Scorecard card = new Played(1, wide("a"), wide("b")).publish().scorecard();

        for (Shift shift : Shift.values()) {
            nothing(card, shift, Reason.NOT_PROBED);
        }
        assertThat(card.completeness()).isEqualTo(Completeness.EMPTY);
        assertThat(card.extent()).isEqualTo(new Extent(2, 0, List.of("Title of a", "Title of b")));
        assertThat(card.skills()).isEmpty();
        assertThat(card.traps().total()).isZero();
        assertThat(card.practice()).extracting(Practice::rule).containsExactly(Practice.Rule.MORE_QUESTIONS);
        assertThat(card.selfViews()).allMatch(view -> view.leaning() == Leaning.TOO_LITTLE);
    }

    @Test
    void a_partial_interview_says_what_is_missing() {
        // Two of four questions, two of three sheets. a: (3 + 4)/2 · b: (4 + 4)/2. Mean 3.75, s² = 1/8, one degree:
        // half 12.706205 · √(1/16) = 3.176551, the whole scale by its ends. Four levels are enough for a score; three
        // questions would be needed to found a headline on it.
        Scorecard card = new Played(3, wide("a"), wide("b"), wide("c"), wide("d"))
                .pose("a")
                .levels("a", STRATEGY, 3, 4, 1)
                .pose("b")
                .levels("b", STRATEGY, 4, 4, 1)
                .publish(Verdict.YES, Verdict.NO)
                .scorecard();

        scored(card, STRATEGY, 3.75, 1, 5, Method.QUESTIONS, new Basis(2, 2, 4, 0, 2));
        // Asked about, and nobody gave a level: neither a number nor “not observed” by anybody.
        nothing(card, TEAM, Reason.NOT_PROBED);
        assertThat(card.completeness()).isEqualTo(Completeness.PARTIAL);
        assertThat(card.extent()).isEqualTo(new Extent(4, 2, List.of("Title of c", "Title of d")));
        assertThat(card.leftOut()).isEqualTo(1);
        assertThat(card.verdicts()).hasSize(2);
    }

    @Test
    void too_little_to_say_is_no_number() {
        // Two levels, whatever they are; and three levels on one question, whose band is the whole scale.
        Scorecard card = new Played(3, about(STRATEGY, "a"), about(STRATEGY, "b"), about(TEAM, "c"))
                .pose("a")
                .levels("a", STRATEGY, 5, 0, 0)
                .pose("b")
                .levels("b", STRATEGY, 0, 5, 0)
                .pose("c")
                .levels("c", TEAM, 2, 3, 4)
                .publish()
                .scorecard();

        nothing(card, STRATEGY, Reason.FEW_LEVELS);
        scored(card, TEAM, 3, 1, 5, Method.WHOLE_SCALE, new Basis(1, 1, 3, 0, 3));
    }

    @Test
    void self_score_beside_the_others() {
        // strategy: others 2, 3, 3 · own 4, 4, 4: gaps 2, 1, 1, mean 4/3, higher; widest on a
        // accountability: others 4, 4, 4 · own 3, 3, not observed: two pairs are too little
        // team: others 3, 3, 4 · own 3, 3, 4: none
        Played played = new Played(1, wide("a"), wide("b"), wide("c"));
        int[][] others = {{2, 4, 3}, {3, 4, 3}, {3, 4, 4}};
        int[][] own = {{4, 3, 3}, {4, 3, 3}, {4, 0, 4}};
        String[] questions = {"a", "b", "c"};
        for (int index = 0; index < 3; index++) {
            played.pose(questions[index]);
            for (int shift = 0; shift < SHIFTS.size(); shift++) {
                played.level(1, questions[index], SHIFTS.get(shift), others[index][shift])
                        .self(questions[index], SHIFTS.get(shift), own[index][shift]);
            }
        }
        List<SelfView> views = played.publish().scorecard().selfViews();

        assertThat(views.get(0).leaning()).isEqualTo(Leaning.HIGHER);
        assertThat(views.get(0).gap().orElseThrow()).isCloseTo(4.0 / 3, within(1e-12));
        assertThat(views.get(0).widest()).contains(new SelfView.Pair("a", "Title of a", 4, 2));
        assertThat(views.get(1).leaning()).isEqualTo(Leaning.TOO_LITTLE);
        assertThat(views.get(1).pairs()).isEqualTo(2);
        assertThat(views.get(1).gap()).hasValue(-1);
        assertThat(views.get(2).leaning()).isEqualTo(Leaning.EVEN);
        assertThat(views.get(2).widest()).isEmpty();
    }

    @Test
    void traps_rungs_and_times() {
        // a: avoided · b: two of three heard a recovery · c: all heard a fall. 1, 1, 1; recovery rate 1/2.
        // Strategy height after 40 s on a and 20 s on b: median 30 s. Highest rung held: manager on b, specialist on a.
        Scorecard card = new Played(3, about(STRATEGY, "a"), about(STRATEGY, "b"), about(STRATEGY, "c"))
                .pose("a")
                .traps("a", TrapJudgement.AVOIDED, TrapJudgement.AVOIDED, TrapJudgement.AVOIDED)
                .after(ofSeconds(40))
                .height(1, "a", STRATEGY)
                .probe("a", Rung.SPECIALIST, true)
                .pose("b")
                .traps("b", TrapJudgement.RECOVERED, TrapJudgement.FELL, TrapJudgement.RECOVERED)
                .after(ofSeconds(20))
                .height(2, "b", STRATEGY)
                .probe("b", Rung.MANAGER, true)
                .probe("b", Rung.DIRECTOR, false)
                .pose("c")
                .traps("c", TrapJudgement.FELL, TrapJudgement.FELL, TrapJudgement.FELL)
                .publish()
                .scorecard();

        assertThat(card.traps()).isEqualTo(new TrapTally(1, 1, 1));
        assertThat(card.traps().recoveryRate()).hasValue(0.5);
        assertThat(card.held()).contains(Rung.MANAGER);
        assertThat(card.on(STRATEGY).timeToAltitude()).contains(ofSeconds(30));
        assertThat(card.practice()).anySatisfy(item -> {
            assertThat(item.key()).isEqualTo("trap/c");
            assertThat(item.question().orElseThrow().trapFamily()).contains("family");
        });
    }

    @Test
    void every_score_can_be_added_up_from_the_sheets() {
        // a: (4 + 3)/2 = 3.5 · b: 2 by one · (3.5 + 2)/2 = 2.75
        Scorecard card = panel(STRATEGY, new int[][] {{4, 3}, {2, 0}}).scorecard();

        Working working = Working.of(card, STRATEGY);

        assertThat(working.means()).containsExactly(3.5, 2.0);
        assertThat(working.lines().getFirst().given())
                .containsExactly(
                        new QuestionCard.Given(person(1), Level.FOUR), new QuestionCard.Given(person(2), Level.THREE));
        assertThat(working.means().stream().mapToDouble(mean -> mean).average().orElseThrow())
                .isEqualTo(card.on(STRATEGY).score().value().orElseThrow());
    }

    /** @param keys by shift, then by question */
    private static Played one(int[][] keys) {
        Played played = new Played(1, wide("a"), wide("b"), wide("c"));
        String[] questions = {"a", "b", "c"};
        for (int question = 0; question < 3; question++) {
            played.pose(questions[question]);
            for (int shift = 0; shift < SHIFTS.size(); shift++) {
                played.level(1, questions[question], SHIFTS.get(shift), keys[shift][question]);
            }
        }
        return played.publish();
    }

    /** @param keys by question, then by interviewer */
    private static Played panel(Shift shift, int[][] keys) {
        Question[] questions = new Question[keys.length];
        for (int question = 0; question < keys.length; question++) {
            questions[question] = about(shift, "q" + question);
        }
        Played played = new Played(keys[0].length, questions);
        for (int question = 0; question < keys.length; question++) {
            played.pose("q" + question).levels("q" + question, shift, keys[question]);
        }
        return played.publish();
    }

    private static void scored(
            Scorecard card, Shift shift, double mean, double low, double high, Method method, Basis basis) {
        var score = (Scored) card.on(shift).score();
        assertThat(score.mean()).isCloseTo(mean, within(1e-12));
        assertThat(score.band().low()).isCloseTo(low, within(1e-5));
        assertThat(score.band().high()).isCloseTo(high, within(1e-5));
        assertThat(score.band().method()).isEqualTo(method);
        assertThat(score.basis()).isEqualTo(basis);
    }

    private static void nothing(Scorecard card, Shift shift, Reason reason) {
        assertThat(card.on(shift).score())
                .isInstanceOfSatisfying(
                        TooLittle.class, score -> assertThat(score.reason()).isEqualTo(reason));
        assertThat(GapChart.of("gap", true, card).figure()).doesNotContain("NaN");
    }
}
