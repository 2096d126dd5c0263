package org.threeshift.core.interview.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.interview.model.Rehearsal.HOST;
import static org.threeshift.core.interview.model.Rehearsal.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

class ClosedScoringTest {
    @Test
    void the_host_goes_on_without_a_sheet_that_stays_a_draft() {
        Rehearsal closed = closed();
        assertThat(closed.held().counting()).extracting(Sheet::interviewer).containsExactly(HOST);
        assertThat(closed.held().drafts()).isEqualTo(1);
        closed.does(HOST, new Command.Publish(true));
        assertThat(closed.held().counting()).extracting(Sheet::interviewer).containsExactly(HOST);
    }

    static List<Command> whateverOneWritesOnASheet() {
        return List.of(
                new Command.Rate("budget", Shift.TEAM, Level.TWO),
                new Command.JudgeTrap("budget", "freeze", TrapJudgement.FELL),
                new Command.NoteEvidence(Rehearsal.SECONDS_NOTE, "budget", "Too late."),
                new Command.WithdrawEvidence(Rehearsal.SECONDS_NOTE),
                new Command.ReviseEvidence(Rehearsal.SECONDS_NOTE, "Too late."),
                new Command.Undo(),
                new Command.LockSheet(Verdict.NO, "Too late."));
    }

    @ParameterizedTest
    @MethodSource("whateverOneWritesOnASheet")
    void nothing_is_written_on_a_draft_any_more(Command command) {
        assertThat(closed().ask(SECOND, command)).isEqualTo(Decision.refused(Code.SCORING_CLOSED));
    }

    @Test
    void a_draft_that_was_left_out_is_not_amended_in_again() {
        Rehearsal published = closed().does(HOST, new Command.Publish(true));
        assertThat(published.ask(SECOND, new Command.Amend(new Amendment.OfVerdict(Verdict.NO), "Late.")))
                .isEqualTo(Decision.refused(Code.SHEET_NOT_LOCKED));
    }

    @Test
    void a_locked_sheet_is_amended_as_ever() {
        assertThat(closed().ask(HOST, new Command.Amend(new Amendment.OfVerdict(Verdict.NO), "On reflection.")))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void closing_twice_or_with_every_sheet_locked_changes_nothing() {
        assertThat(closed().ask(HOST, new Command.CloseScoring())).isEqualTo(Decision.already());
        assertThat(Rehearsal.locked().ask(HOST, new Command.CloseScoring())).isEqualTo(Decision.already());
    }

    @Test
    void a_host_who_has_not_locked_learns_nothing_about_the_others() {
        assertThat(Rehearsal.over().ask(HOST, new Command.CloseScoring()))
                .isEqualTo(Decision.refused(Code.OWN_SHEET_OPEN));
        Rehearsal othersLocked = Rehearsal.scored(Rehearsal.over(), SECOND, Rehearsal.SECONDS_NOTE)
                .does(SECOND, new Command.LockSheet(Verdict.NO, "Not yet."));
        assertThat(othersLocked.ask(HOST, new Command.CloseScoring())).isEqualTo(Decision.refused(Code.OWN_SHEET_OPEN));
    }

    private static Rehearsal closed() {
        return Rehearsal.over().does(HOST, new Command.LockSheet(Verdict.YES, "Good."), new Command.CloseScoring());
    }
}
