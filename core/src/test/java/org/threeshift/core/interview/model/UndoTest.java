package org.threeshift.core.interview.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.interview.model.Rehearsal.HOST;
import static org.threeshift.core.interview.model.Rehearsal.SECOND;
import static org.threeshift.core.interview.model.Rehearsal.SHADOW;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

class UndoTest {
    private static final Command UNDO = new Command.Undo();

    static List<Command> everythingThatCanBeTakenBack() {
        return List.of(
                new Command.Rate("budget", Shift.TEAM, Level.TWO),
                new Command.Rate("budget", Shift.TEAM, Level.NOT_OBSERVED),
                new Command.JudgeTrap("budget", "freeze", TrapJudgement.FELL),
                new Command.AskProbe("budget", Rung.DIRECTOR),
                new Command.JudgeProbe("budget", Rung.MANAGER, false),
                new Command.MarkHeight("budget", Shift.TEAM));
    }

    @ParameterizedTest
    @MethodSource("everythingThatCanBeTakenBack")
    void what_is_taken_back_leaves_everything_as_it_was(Command command) {
        Rehearsal posed = Rehearsal.posed().does(HOST, new Command.AskProbe("budget", Rung.MANAGER));
        Interview before = posed.state();
        posed.does(HOST, command);
        assertThat(posed.state()).isNotEqualTo(before);
        posed.does(HOST, UNDO);
        assertThat(posed.state()).isEqualTo(before);
    }

    @Test
    void a_level_that_was_changed_goes_back_to_the_one_before() {
        Rehearsal posed = Rehearsal.posed()
                .does(
                        HOST,
                        new Command.Rate("budget", Shift.TEAM, Level.TWO),
                        new Command.Rate("budget", Shift.TEAM, Level.FIVE));
        assertThat(posed.play(HOST, UNDO))
                .isEqualTo(Decision.happened(
                        new InterviewEvent.Undone(new Reversal.OfLevel("budget", Shift.TEAM, Optional.of(Level.TWO)))));
        assertThat(posed.held().sheet(HOST).level("budget", Shift.TEAM)).contains(Level.TWO);
    }

    @Test
    void things_are_taken_back_from_the_last_to_the_first_and_then_there_is_nothing_left() {
        Rehearsal posed = Rehearsal.posed();
        Interview before = posed.state();
        List<Command> done = everythingThatCanBeTakenBack().stream()
                .filter(command -> !(command instanceof Command.JudgeProbe))
                .toList();
        done.forEach(command -> posed.does(HOST, command));
        done.forEach(_ -> posed.does(HOST, UNDO));
        assertThat(posed.state()).isEqualTo(before);
        assertThat(posed.ask(HOST, UNDO)).isEqualTo(Decision.refused(Refusal.Code.NOTHING_TO_UNDO));
    }

    @Test
    void nobody_takes_back_what_another_did() {
        Rehearsal posed = Rehearsal.posed()
                .does(HOST, new Command.Rate("budget", Shift.TEAM, Level.TWO))
                .does(SECOND, new Command.Rate("budget", Shift.TEAM, Level.FOUR), UNDO);
        assertThat(posed.held().sheet(HOST).level("budget", Shift.TEAM)).contains(Level.TWO);
        assertThat(posed.held().sheet(SECOND).level("budget", Shift.TEAM)).isEmpty();
        assertThat(posed.ask(SECOND, UNDO)).isEqualTo(Decision.refused(Refusal.Code.NOTHING_TO_UNDO));
    }

    @Test
    void notes_are_withdrawn_and_not_taken_back() {
        Rehearsal posed = Rehearsal.posed()
                .does(
                        HOST,
                        new Command.Rate("budget", Shift.TEAM, Level.TWO),
                        new Command.NoteEvidence(Rehearsal.HOSTS_NOTE, "budget", "Said so."),
                        UNDO);
        assertThat(posed.held().sheet(HOST).levels()).isEmpty();
        assertThat(posed.held().sheet(HOST).evidence()).hasSize(1);
    }

    @Test
    void asking_for_what_stands_already_is_nothing_to_take_back() {
        var rate = new Command.Rate("budget", Shift.TEAM, Level.TWO);
        Rehearsal posed = Rehearsal.posed().does(HOST, rate, rate, UNDO);
        assertThat(posed.held().sheet(HOST).levels()).isEmpty();
    }

    @Test
    void a_probe_that_was_taken_back_may_be_asked_by_another() {
        Rehearsal posed = Rehearsal.posed()
                .does(HOST, new Command.AskProbe("budget", Rung.MANAGER), UNDO)
                .does(
                        SECOND,
                        new Command.AskProbe("budget", Rung.MANAGER),
                        new Command.JudgeProbe("budget", Rung.MANAGER, true));
        assertThat(posed.held().course().posed("budget").orElseThrow().probes())
                .extracting(Course.Probe::by)
                .containsExactly(SECOND);
    }

    @Test
    void a_height_that_was_taken_back_can_be_marked_later() {
        Rehearsal posed = Rehearsal.posed()
                .does(SECOND, new Command.MarkHeight("budget", Shift.TEAM))
                .does(HOST, new Command.MarkHeight("budget", Shift.TEAM), UNDO)
                .later(Duration.ofMinutes(1))
                .does(HOST, new Command.MarkHeight("budget", Shift.TEAM));
        assertThat(posed.held().course().posed("budget").orElseThrow().heights())
                .containsExactly(
                        new Course.Height(Shift.TEAM, Duration.ZERO, SECOND),
                        new Course.Height(Shift.TEAM, Duration.ofMinutes(1), HOST));
    }

    @Test
    void a_shadow_takes_back_too() {
        Rehearsal posed = Rehearsal.posed()
                .does(HOST, new Command.GiveSeat(SHADOW, Seat.SHADOW))
                .does(SHADOW, new Command.Rate("budget", Shift.TEAM, Level.TWO), UNDO);
        assertThat(posed.held().sheet(SHADOW)).isEqualTo(Sheet.blank(SHADOW));
    }

    @Test
    void a_draft_can_be_taken_back_when_the_questions_are_over_and_a_locked_sheet_cannot() {
        assertThat(Rehearsal.over().play(HOST, UNDO)).isInstanceOf(Decision.Accepted.class);
        assertThat(Rehearsal.locked().ask(HOST, UNDO)).isEqualTo(Decision.refused(Refusal.Code.SHEET_LOCKED));
        assertThat(Rehearsal.published().ask(HOST, UNDO)).isEqualTo(Decision.refused(Refusal.Code.PUBLISHED));
    }
}
