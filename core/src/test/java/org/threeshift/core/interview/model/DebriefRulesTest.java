package org.threeshift.core.interview.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.interview.model.Rehearsal.CANDIDATE;
import static org.threeshift.core.interview.model.Rehearsal.HOST;
import static org.threeshift.core.interview.model.Rehearsal.SECOND;
import static org.threeshift.core.interview.model.Rehearsal.START;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.rubric.Shift;

class DebriefRulesTest {
    private static final Command WORD = new Command.WordSentence(" Ask for the team first. ");

    @Test
    void opening_the_debrief_publishes() {
        Rehearsal locked = Rehearsal.locked().does(CANDIDATE, Rehearsal.selfScore());
        assertThat(locked.play(HOST, new Command.OpenDebrief(false)))
                .isEqualTo(Decision.happened(
                        new InterviewEvent.Published(false), new InterviewEvent.DebriefOpened(List.of())));
        assertThat(locked.state()).isInstanceOf(Interview.Published.class);
    }

    @Test
    void the_widest_gap_is_talked_about_first() {
        assertThat(talk(Rehearsal.talking()).gap())
                .contains(new Gap("budget", Shift.STRATEGY, Gap.Between.INTERVIEWERS, 3));
    }

    @Test
    void a_debrief_can_be_skipped_and_held_after_all_once() {
        Rehearsal published = Rehearsal.published();
        assertThat(((Interview.Published) published.state()).debrief()).isEmpty();
        published.does(HOST, new Command.OpenDebrief(false), new Command.EndDebrief(true));
        assertThat(published.ask(HOST, new Command.OpenDebrief(false))).isEqualTo(Decision.already());
    }

    @Test
    void every_step_has_a_clock_of_its_own_and_any_interviewer_moves_on() {
        Rehearsal talking = Rehearsal.talking().later(Duration.ofMinutes(3)).does(SECOND, new Command.MoveDebrief(1));
        assertThat(talk(talking).since()).isEqualTo(START.plus(Duration.ofMinutes(3)));
        assertThat(talk(talking).gap()).isEmpty();
        assertThat(talking.ask(SECOND, new Command.MoveDebrief(1))).isEqualTo(Decision.already());
        talking.later(Duration.ofMinutes(1)).does(HOST, new Command.MoveDebrief(0));
        assertThat(talk(talking).since()).isEqualTo(START.plus(Duration.ofMinutes(4)));
    }

    @Test
    void both_sides_confirm_one_wording_and_that_ends_it() {
        Rehearsal talking = Rehearsal.talking().does(CANDIDATE, WORD, new Command.ConfirmSentence(1));
        assertThat(talk(talking).open()).isTrue();
        assertThat(talk(talking).agreed(talking.held().setup())).isEmpty();
        assertThat(talking.play(SECOND, new Command.ConfirmSentence(1)))
                .isEqualTo(Decision.happened(
                        new InterviewEvent.SentenceConfirmed(1), new InterviewEvent.DebriefEnded(false)));
        assertThat(agreed(talking)).isEqualTo("Ask for the team first.");
    }

    @Test
    void two_interviewers_do_not_make_two_sides() {
        Rehearsal talking = Rehearsal.talking()
                .does(HOST, WORD, new Command.ConfirmSentence(1))
                .does(SECOND, new Command.ConfirmSentence(1));
        assertThat(talk(talking).open()).isTrue();
        assertThat(talk(talking).agreed(talking.held().setup())).isEmpty();
    }

    @Test
    void another_wording_has_to_be_confirmed_anew() {
        Rehearsal talking = Rehearsal.talking()
                .does(CANDIDATE, WORD, new Command.ConfirmSentence(1))
                .does(HOST, new Command.WordSentence("Ask for the team first, then for the money."));
        assertThat(talk(talking).confirmed()).isEmpty();
        assertThat(talking.ask(HOST, new Command.ConfirmSentence(1))).isEqualTo(Decision.refused(Code.WORDING_CHANGED));
        talking.does(HOST, new Command.ConfirmSentence(2));
        assertThat(talk(talking).open()).isTrue();
    }

    @Test
    void the_same_words_are_no_new_wording() {
        Rehearsal talking = Rehearsal.talking().does(CANDIDATE, WORD, new Command.ConfirmSentence(1));
        assertThat(talking.ask(HOST, new Command.WordSentence("Ask for the team first.")))
                .isEqualTo(Decision.already());
        assertThat(talking.ask(CANDIDATE, new Command.ConfirmSentence(1))).isEqualTo(Decision.already());
    }

    @Test
    void a_debrief_without_the_candidate_keeps_what_an_interviewer_confirmed() {
        Rehearsal talking = Rehearsal.talking().does(HOST, WORD, new Command.ConfirmSentence(1));
        assertThat(talk(talking).agreed(talking.held().setup())).isEmpty();
        talking.does(HOST, new Command.EndDebrief(true));
        assertThat(agreed(talking)).isEqualTo("Ask for the team first.");
    }

    @Test
    void an_absent_candidate_confirms_later_and_nobody_else_does_anything() {
        Rehearsal ended =
                Rehearsal.talking().does(HOST, WORD, new Command.ConfirmSentence(1), new Command.EndDebrief(true));
        assertThat(ended.ask(SECOND, new Command.ConfirmSentence(1))).isEqualTo(Decision.refused(Code.DEBRIEF_OVER));
        assertThat(ended.ask(CANDIDATE, new Command.WordSentence("No.")))
                .isEqualTo(Decision.refused(Code.DEBRIEF_OVER));
        Duration before = Duration.between(START, talk(ended).endedAt().orElseThrow());
        ended.later(Duration.ofDays(1)).does(CANDIDATE, new Command.ConfirmSentence(1));
        assertThat(talk(ended).confirmed()).containsExactlyInAnyOrder(HOST, CANDIDATE);
        assertThat(Duration.between(START, talk(ended).endedAt().orElseThrow())).isEqualTo(before);
    }

    @Test
    void a_candidate_who_was_there_and_did_not_confirm_does_not_do_so_afterwards() {
        Rehearsal ended =
                Rehearsal.talking().does(HOST, WORD, new Command.ConfirmSentence(1), new Command.EndDebrief(false));
        assertThat(talk(ended).agreed(ended.held().setup())).isEmpty();
        assertThat(ended.ask(CANDIDATE, new Command.ConfirmSentence(1))).isEqualTo(Decision.refused(Code.DEBRIEF_OVER));
    }

    @Test
    void an_amendment_during_the_debrief_does_not_move_the_gaps() {
        Rehearsal talking = Rehearsal.talking();
        List<Gap> before = talk(talking).gaps();
        talking.does(
                SECOND,
                new Command.Amend(
                        new Amendment.OfLevel("budget", Shift.STRATEGY, org.threeshift.core.rubric.Level.FOUR),
                        "On reflection."));
        assertThat(talk(talking).gaps()).isEqualTo(before).hasSize(1);
    }

    private static Debrief talk(Rehearsal rehearsal) {
        return ((Interview.Published) rehearsal.state()).debrief().orElseThrow();
    }

    private static String agreed(Rehearsal rehearsal) {
        return talk(rehearsal).agreed(rehearsal.held().setup()).orElseThrow().sentence();
    }
}
