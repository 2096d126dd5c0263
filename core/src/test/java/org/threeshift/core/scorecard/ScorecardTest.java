package org.threeshift.core.scorecard;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.threeshift.core.rubric.Shift.ACCOUNTABILITY;
import static org.threeshift.core.rubric.Shift.STRATEGY;
import static org.threeshift.core.rubric.Shift.TEAM;
import static org.threeshift.core.scorecard.Played.about;
import static org.threeshift.core.scorecard.Played.person;
import static org.threeshift.core.scorecard.Played.question;
import static org.threeshift.core.scorecard.Played.wide;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Skill;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;
import org.threeshift.core.scorecard.QuestionCard.Anchor;
import org.threeshift.core.scorecard.Score.Basis;
import org.threeshift.core.scorecard.Score.Reason;
import org.threeshift.core.scorecard.Score.Scored;
import org.threeshift.core.scorecard.Score.TooLittle;

class ScorecardTest {

    @Test
    void a_score_is_the_mean_over_questions_of_the_mean_over_interviewers() {
        // a: (4 + 3) / 2 = 3.5 · b: 2 by one of two = 2 · score (3.5 + 2) / 2 = 2.75, not (4 + 3 + 2) / 3 = 3
        Scorecard card = new Played(2, about(STRATEGY, "a"), about(STRATEGY, "b"))
                .pose("a")
                .levels("a", STRATEGY, 4, 3)
                .pose("b")
                .levels("b", STRATEGY, 2, 0)
                .publish()
                .scorecard();

        var scored = (Scored) card.on(STRATEGY).score();
        assertThat(scored.mean()).isEqualTo(2.75);
        assertThat(scored.basis()).isEqualTo(new Basis(2, 2, 3, 1, 2));
    }

    @Test
    void the_band_of_question_means_2_3_and_4_is_3_plus_minus_4_303_times_1_over_root_3() {
        // s = 1, k = 3, t(0.975, 2) = 4.302653: half = 2.484138, so 0.516 and 5.484, cut off at 1 and 5
        assertThat(band(2, 3, 4).low()).isEqualTo(1);
        assertThat(band(2, 3, 4).high()).isEqualTo(5);
        assertThat(band(2, 3, 4).cut()).isTrue();
        // Twice each: s² = 4 / 5, s = 0.894427, k = 6, t(0.975, 5) = 2.570582: half = 0.938641
        assertThat(band(2, 3, 4, 2, 3, 4).low()).isCloseTo(2.061359, within(1e-5));
        assertThat(band(2, 3, 4, 2, 3, 4).high()).isCloseTo(3.938641, within(1e-5));
    }

    @Test
    void four_questions_that_agree_still_leave_the_rounding_to_whole_levels() {
        // s² = 1/12, k = 4, t(0.975, 3) = 3.182446: half = 3.182446 × 0.288675 / 2 = 0.459347
        assertThat(band(4, 4, 4, 4).low()).isCloseTo(3.540653, within(1e-5));
        assertThat(band(4, 4, 4, 4).high()).isCloseTo(4.459347, within(1e-5));
    }

    @Test
    void three_levels_on_one_question_leave_the_whole_scale_open() {
        Scorecard card = new Played(3, about(TEAM, "a"))
                .pose("a")
                .levels("a", TEAM, 4, 4, 4)
                .publish()
                .scorecard();

        assertThat(card.on(TEAM).score()).isEqualTo(new Scored(4, new Band(1, 5), new Basis(1, 1, 3, 0, 3)));
    }

    @Test
    void two_levels_are_too_little_to_say() {
        Scorecard card = new Played(1, about(TEAM, "a"), about(TEAM, "b"), about(TEAM, "c"))
                .pose("a")
                .levels("a", TEAM, 5)
                .pose("b")
                .levels("b", TEAM, 5)
                .pose("c")
                .levels("c", TEAM, 0)
                .publish()
                .scorecard();

        var score = (TooLittle) card.on(TEAM).score();
        assertThat(score.reason()).isEqualTo(Reason.FEW_LEVELS);
        assertThat(score.basis()).isEqualTo(new Basis(3, 2, 2, 1, 1));
    }

    @Test
    void a_shift_that_was_not_probed_is_told_from_one_that_was_not_observed() {
        Scorecard card = new Played(1, about(TEAM, "a"))
                .pose("a")
                .levels("a", TEAM, 0)
                .publish()
                .scorecard();

        assertThat(((TooLittle) card.on(STRATEGY).score()).reason()).isEqualTo(Reason.NOT_PROBED);
        assertThat(((TooLittle) card.on(TEAM).score()).reason()).isEqualTo(Reason.NOT_OBSERVED);
        assertThat(card.headline())
                .isEqualTo("Too little was scored to say where you stand. Take a longer round next.");
        assertThat(card.practice()).singleElement().satisfies(item -> {
            assertThat(item.rule()).isEqualTo(Practice.Rule.MORE_QUESTIONS);
            assertThat(item.tentative()).isTrue();
        });
    }

    @Test
    void the_self_score_is_the_mean_of_the_candidates_own_observed_levels() {
        // strategy: (4 + 5) / 2 = 4.5 · team: only not observed, so none
        Scorecard card = new Played(1, wide("a"), about(STRATEGY, "b"))
                .pose("a")
                .pose("b")
                .self("a", STRATEGY, 4)
                .self("b", STRATEGY, 5)
                .self("a", TEAM, 0)
                .publish()
                .scorecard();

        assertThat(card.on(STRATEGY).self()).hasValue(4.5);
        assertThat(card.on(TEAM).self()).isEmpty();
        assertThat(card.selfScoreWaived()).isFalse();
        assertThat(card.questions().getFirst().on(TEAM).orElseThrow().self()).hasValue(Level.NOT_OBSERVED);
    }

    @Test
    void interviewers_spread_from_the_lowest_to_the_highest_of_their_own_means() {
        // first: (4 + 5) / 2 = 4.5 · second: (2 + 3) / 2 = 2.5 · third: nothing · spread 2
        Scorecard card = new Played(3, about(STRATEGY, "a"), about(STRATEGY, "b"))
                .pose("a")
                .levels("a", STRATEGY, 4, 2, 0)
                .pose("b")
                .levels("b", STRATEGY, 5, 3, 0)
                .publish()
                .scorecard();

        assertThat(card.on(STRATEGY).spread()).hasValue(2);
        assertThat(card.on(STRATEGY).raters().getLast().mean()).isEmpty();
    }

    @Test
    void the_anchor_met_is_the_one_at_the_mean_rounded_down() {
        // (3 + 4) / 2 = 3.5: all of level 3 was shown, level 4 is next
        QuestionCard card = new Played(2, about(TEAM, "a"))
                .pose("a")
                .levels("a", TEAM, 3, 4)
                .publish()
                .scorecard()
                .questions()
                .getFirst();

        assertThat(card.shifts().getFirst().mean()).hasValue(3.5);
        assertThat(card.shifts().getFirst().met()).contains(new Anchor(Level.THREE, "a TEAM 3"));
        assertThat(card.shifts().getFirst().next()).contains(new Anchor(Level.FOUR, "a TEAM 4"));
    }

    @Test
    void above_level_five_there_is_no_next_anchor() {
        QuestionCard card = new Played(1, about(TEAM, "a"))
                .pose("a")
                .levels("a", TEAM, 5)
                .publish()
                .scorecard()
                .questions()
                .getFirst();

        assertThat(card.shifts().getFirst().met()).contains(new Anchor(Level.FIVE, "a TEAM 5"));
        assertThat(card.shifts().getFirst().next()).isEmpty();
    }

    @Test
    void one_fell_and_one_recovered_make_a_recovery_rate_of_one_half() {
        Scorecard card = new Played(1, about(TEAM, "a"), about(TEAM, "b"), about(TEAM, "c"))
                .pose("a")
                .traps("a", TrapJudgement.FELL)
                .pose("b")
                .traps("b", TrapJudgement.RECOVERED)
                .pose("c")
                .traps("c", TrapJudgement.AVOIDED)
                .publish()
                .scorecard();

        assertThat(card.traps()).isEqualTo(new TrapTally(1, 1, 1));
        assertThat(card.traps().recoveryRate()).hasValue(0.5);
        assertThat(new TrapTally(3, 0, 0).recoveryRate()).isEmpty();
    }

    @Test
    void a_trap_is_what_most_interviewers_heard_and_the_worse_of_it_on_a_tie() {
        var most = new Played(3, about(TEAM, "a"))
                .pose("a")
                .traps("a", TrapJudgement.FELL, TrapJudgement.AVOIDED, TrapJudgement.AVOIDED)
                .publish();
        var tie = new Played(2, about(TEAM, "a"))
                .pose("a")
                .traps("a", TrapJudgement.AVOIDED, TrapJudgement.RECOVERED)
                .publish();

        assertThat(trap(most).overall()).contains(TrapJudgement.AVOIDED);
        assertThat(trap(tie).overall()).contains(TrapJudgement.RECOVERED);
        assertThat(trap(tie).unanimous()).isFalse();
    }

    @Test
    void time_to_altitude_is_the_median_over_interviewers_and_then_over_questions() {
        // a: 30 s, 60 s and 40 s, median 40 s · b: 20 s · over both: 30 s
        Scorecard card = new Played(3, about(STRATEGY, "a"), about(STRATEGY, "b"), about(TEAM, "c"))
                .pose("a")
                .after(ofSeconds(30))
                .height(1, "a", STRATEGY)
                .after(ofSeconds(10))
                .height(3, "a", STRATEGY)
                .after(ofSeconds(20))
                .height(2, "a", STRATEGY)
                .pose("b")
                .after(ofSeconds(20))
                .height(1, "b", STRATEGY)
                .pose("c")
                .publish()
                .scorecard();

        assertThat(card.questions().getFirst().shifts().getFirst().timeToAltitude())
                .contains(ofSeconds(40));
        assertThat(card.on(STRATEGY).timeToAltitude()).contains(ofSeconds(30));
        assertThat(card.on(STRATEGY).reached()).isEqualTo(2);
        assertThat(card.on(TEAM).timeToAltitude()).isEmpty();
    }

    @Test
    void evidence_carries_the_time_since_the_start_and_who_noted_it() {
        QuestionCard card = new Played(2, about(TEAM, "a"))
                .after(Duration.ofMinutes(2))
                .pose("a")
                .after(ofSeconds(14))
                .note(2, "a", "Named the owner")
                .after(ofSeconds(51))
                .note(1, "a", "Named the date")
                .publish()
                .scorecard()
                .questions()
                .getFirst();

        assertThat(card.evidence())
                .containsExactly(
                        new QuestionCard.Note(person(2), "Named the owner", ofSeconds(134), false),
                        new QuestionCard.Note(person(1), "Named the date", ofSeconds(185), false));
        assertThat(card.after()).isEqualTo(Duration.ofMinutes(2));
        assertThat(card.spent()).isEqualTo(ofSeconds(65));
    }

    @Test
    void the_highest_rung_held_is_not_the_highest_one_asked() {
        QuestionCard card = new Played(1, about(TEAM, "a"))
                .pose("a")
                .probe("a", Rung.SPECIALIST, true)
                .probe("a", Rung.MANAGER, true)
                .probe("a", Rung.DIRECTOR, false)
                .publish()
                .scorecard()
                .questions()
                .getFirst();

        assertThat(card.held()).contains(Rung.MANAGER);
        assertThat(card.asked()).containsExactly(Rung.SPECIALIST, Rung.MANAGER, Rung.DIRECTOR);
    }

    @Test
    void a_skill_is_the_mean_over_its_questions_of_the_mean_of_their_shifts() {
        // a: strategy 4, team 2, so 3 · b: strategy 5, so 5 · data interpretation (3 + 5) / 2 = 4; not (4 + 2 + 5) / 3
        Scorecard card = new Played(
                        1,
                        question("a", Skill.DATA_INTERPRETATION, STRATEGY, TEAM),
                        question("b", Skill.DATA_INTERPRETATION, STRATEGY),
                        question("c", Skill.PEOPLE_AND_DELEGATION, TEAM))
                .pose("a")
                .levels("a", STRATEGY, 4)
                .levels("a", TEAM, 2)
                .pose("b")
                .levels("b", STRATEGY, 5)
                .pose("c")
                .levels("c", TEAM, 1)
                .publish()
                .scorecard();

        assertThat(card.skills()).hasSize(2);
        assertThat(card.skills().getFirst().skill()).isEqualTo(Skill.PEOPLE_AND_DELEGATION);
        assertThat(card.skills().getFirst().score()).isInstanceOf(TooLittle.class);
        assertThat(card.skills().getLast().score().value()).hasValue(4);
    }

    @Test
    void verdicts_are_counted_with_the_lower_first_among_equals() {
        var played = new Played(3, about(TEAM, "a")).pose("a").publish(Verdict.YES, Verdict.NO, Verdict.YES);
        var tie = new Played(2, about(TEAM, "a")).pose("a").publish(Verdict.YES, Verdict.NO);

        assertThat(played.scorecard().verdicts())
                .containsExactly(new Scorecard.VerdictCount(Verdict.YES, 2), new Scorecard.VerdictCount(Verdict.NO, 1));
        assertThat(tie.scorecard().verdicts().getFirst().verdict()).isEqualTo(Verdict.NO);
        assertThat(tie.scorecard().signed().getFirst().summary()).isEqualTo("Summary of 1");
    }

    @Test
    void an_amendment_moves_the_score_and_stays_on_the_trail() {
        var played = new Played(1, about(TEAM, "a"), about(TEAM, "b"), about(TEAM, "c"))
                .pose("a")
                .levels("a", TEAM, 2)
                .pose("b")
                .levels("b", TEAM, 2)
                .pose("c")
                .levels("c", TEAM, 2)
                .publish();
        assertThat(played.scorecard().on(TEAM).score().value()).hasValue(2);

        var amendment = new Amendment.OfLevel("c", TEAM, Level.FIVE);
        Scorecard card = played.after(Duration.ofDays(1))
                .amend(1, amendment, "Heard it again")
                .scorecard();

        // (2 + 2 + 5) / 3 = 3
        assertThat(card.on(TEAM).score().value()).hasValue(3);
        assertThat(card.amendments())
                .containsExactly(new Scorecard.Amended(
                        person(1), amendment, "Heard it again", Played.START.plus(Duration.ofDays(1)), true));
    }

    @Test
    void the_previous_interview_stands_beside_the_new_one() {
        var earlier = new Played(1, about(TEAM, "a"), about(TEAM, "b"), about(TEAM, "c"))
                .pose("a")
                .levels("a", TEAM, 2)
                .after(ofSeconds(94))
                .height(1, "a", TEAM)
                .pose("b")
                .levels("b", TEAM, 2)
                .pose("c")
                .levels("c", TEAM, 2)
                .publish()
                .scorecard();
        Scorecard card = new Played(1, about(TEAM, "a")).pose("a").publish().scorecard(earlier);

        assertThat(card.on(TEAM).previous()).hasValue(2);
        assertThat(card.on(TEAM).previousTimeToAltitude()).contains(ofSeconds(94));
        assertThat(card.on(STRATEGY).previous()).isEmpty();
    }

    @Test
    void the_headline_names_the_strongest_shift_and_then_what_the_weakest_asks_for() {
        // team 4, strategy 3, accountability 2
        assertThat(threeTimes(3, 2, 4).headline()).isEqualTo("You lead people like a manager. Own the number next.");
        assertThat(threeTimes(2, 2, 2).headline()).isEqualTo("You know your craft. Start from the business next.");
        assertThat(threeTimes(5, 5, 5).headline())
                .isEqualTo("You lead people like a manager. Hold that height under pressure.");
        assertThat(threeTimes(3, 0, 0).headline())
                .isEqualTo("You begin to think past tactics. Show the other shifts next.");
    }

    @Test
    void whoever_is_not_the_candidate_reads_of_them_and_is_not_spoken_to() {
        assertThat(threeTimes(3, 2, 4).headlineAbout("Maya"))
                .isEqualTo("Maya leads people like a manager. To own the number comes next.");
        assertThat(threeTimes(3, 0, 0).headlineAbout("Maya"))
                .isEqualTo("Maya begins to think past tactics. The other shifts come next.");
        assertThat(threeTimes(3, 2, 4).practice())
                .allSatisfy(item -> assertThat(item.label() + " " + item.title() + " " + item.doing())
                        .doesNotContainPattern("(?i)\\byou"));
    }

    @Test
    void the_headline_claims_nothing_from_two_questions_when_there_is_more_to_go_by() {
        // strategy 3 on three questions, accountability 2 on three, team 5 on two: three levels each at least
        var played = new Played(2, wide("a"), wide("b"), wide("c"));
        for (String question : new String[] {"a", "b", "c"}) {
            played.pose(question).levels(question, STRATEGY, 3, 3).levels(question, ACCOUNTABILITY, 2, 2);
        }
        played.levels("a", TEAM, 5, 5).levels("b", TEAM, 5, 5);

        assertThat(played.publish().scorecard().headline())
                .isEqualTo("You begin to think past tactics. Own the number next.");
    }

    @Test
    void a_guide_that_lacks_a_posed_question_is_a_bug() {
        var played = new Played(1, about(TEAM, "a")).pose("a").publish();
        var interview = (Interview.Published) Evolve.fold(played.events());
        var id = InterviewId.parse("0190a1b2-0000-7000-8000-000000000000").orElseThrow();

        assertThatThrownBy(() -> Scorecard.of(id, interview, Map.of(), Optional.empty()))
                .hasMessageContaining("lacks the posed question a");
    }

    /** Three questions, each with these levels. */
    static Scorecard threeTimes(int strategy, int accountability, int team) {
        var played = new Played(1, wide("a"), wide("b"), wide("c"));
        for (String question : new String[] {"a", "b", "c"}) {
            played.pose(question)
                    .levels(question, STRATEGY, strategy)
                    .levels(question, ACCOUNTABILITY, accountability)
                    .levels(question, TEAM, team);
        }
        return played.publish().scorecard();
    }

    @Test
    void without_a_debrief_there_is_no_sentence() {
        assertThat(held().scorecard().debrief()).isEmpty();
        assertThat(held().debrief().scorecard().debrief()).contains(new Scorecard.Talk(true, false, Optional.empty()));
    }

    @Test
    void the_joint_sentence_says_who_worded_and_who_confirmed_it() {
        Played agreed = held().debrief()
                .word(Played.CANDIDATE, "First.")
                .confirm(Played.CANDIDATE, 1)
                .word(person(2), "Second.")
                .confirm(Played.CANDIDATE, 2);
        assertThat(agreed.scorecard().sentence()).isEmpty();
        assertThat(agreed.confirm(person(1), 2).endDebrief(false).scorecard().debrief())
                .contains(new Scorecard.Talk(
                        false,
                        false,
                        Optional.of(new Scorecard.JointSentence(
                                "Second.", 2, person(2), List.of(person(1), Played.CANDIDATE), false))));
    }

    @Test
    void a_sentence_worded_in_the_candidates_absence_awaits_them_until_they_confirm_it() {
        Played alone = held().debrief().word(person(1), "Ours.").confirm(person(1), 1);
        assertThat(alone.scorecard().sentence()).isEmpty();
        alone.endDebrief(true);
        assertThat(alone.scorecard().debrief())
                .hasValueSatisfying(talk -> assertThat(talk.withoutCandidate()).isTrue());
        assertThat(alone.scorecard().sentence())
                .hasValueSatisfying(
                        sentence -> assertThat(sentence.awaitsCandidate()).isTrue());
        assertThat(alone.confirm(Played.CANDIDATE, 1).scorecard().sentence()).hasValueSatisfying(sentence -> {
            assertThat(sentence.awaitsCandidate()).isFalse();
            assertThat(sentence.confirmedBy()).containsExactly(person(1), Played.CANDIDATE);
        });
    }

    @Test
    void a_debrief_that_ended_early_leaves_no_sentence() {
        assertThat(held().debrief()
                        .word(Played.CANDIDATE, "Mine.")
                        .confirm(Played.CANDIDATE, 1)
                        .endDebrief(false)
                        .scorecard()
                        .debrief())
                .contains(new Scorecard.Talk(false, false, Optional.empty()));
    }

    private static Played held() {
        return new Played(2, about(TEAM, "a")).pose("a").levels("a", TEAM, 4, 2).publish();
    }

    private static QuestionCard.TrapCard trap(Played played) {
        return played.scorecard().questions().getFirst().traps().getFirst();
    }

    private static Band band(int... means) {
        var played = new Played(
                1,
                java.util.stream.IntStream.range(0, means.length)
                        .mapToObj(index -> about(STRATEGY, "q" + index))
                        .toArray(org.threeshift.core.bank.Question[]::new));
        for (int index = 0; index < means.length; index++) {
            played.pose("q" + index).levels("q" + index, STRATEGY, means[index]);
        }
        return ((Scored) played.publish().scorecard().on(STRATEGY).score()).band();
    }

    @Test
    void a_sheet_that_was_left_out_is_absent_everywhere_and_the_scorecard_says_so() {
        Scorecard scorecard = new Played(3, Played.wide("q"))
                .pose("q")
                .levels("q", STRATEGY, 2, 4, 5)
                .trap(3, "q", TrapJudgement.FELL)
                .note(3, "q", "Not locked.")
                .height(3, "q", STRATEGY)
                .probe(3, "q", Rung.DIRECTOR, true)
                .publish(Verdict.YES, Verdict.NO)
                .scorecard();

        assertThat(scorecard.interviewers()).containsExactly(Played.person(1), Played.person(2));
        assertThat(scorecard.seated()).isEqualTo(3);
        assertThat(scorecard.leftOut()).isEqualTo(1);
        QuestionCard card = scorecard.questions().getFirst();
        assertThat(card.on(STRATEGY).orElseThrow().mean()).hasValue(3.0);
        assertThat(card.on(STRATEGY).orElseThrow().timeToAltitude()).isEmpty();
        assertThat(card.held()).isEmpty();
        assertThat(card.traps().getFirst().judged()).isEmpty();
        assertThat(card.evidence()).isEmpty();
        assertThat(scorecard.signed()).hasSize(2);
    }

    @Test
    void a_whole_panel_leaves_nobody_out() {
        Scorecard scorecard = new Played(2, Played.wide("q"))
                .pose("q")
                .levels("q", STRATEGY, 2, 4)
                .publish()
                .scorecard();

        assertThat(scorecard.leftOut()).isZero();
    }
}
