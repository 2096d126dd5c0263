package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import java.util.List;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Reversal;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/** What was done, in the few words that a screen reader says after a key. */
final class Deed {
    private Deed() {}

    /** A refusal that comes when the person is already at something else: with what it is about. */
    static String refused(String deed, String sentence) {
        return deed.isEmpty() ? sentence : text("saved.refused-late", deed, sentence);
    }

    /** What taking something back takes back. */
    static String undone(Reversal reversal, InterviewerView view) {
        return text("deed.undone", undone(reversal, view.sheet(), view));
    }

    private static String undone(Reversal reversal, Sheet sheet, InterviewerView view) {
        String question = reversal.questionId();
        return switch (reversal) {
            case Reversal.OfLevel(var _, var shift, var _) ->
                sheet.level(question, shift).map(level -> level(shift, level)).orElseGet(() -> name(shift));
            case Reversal.OfTrap(var _, var trap, var _) ->
                sheet.trap(question, trap)
                        .map(judgement -> trap(question, trap, judgement, view))
                        .orElse("");
            case Reversal.OfProbe(var _, var rung) -> text("deed.probe", name(rung));
            case Reversal.OfProbeJudgement(var _, var rung, var _) ->
                text(held(question, rung, view) ? "probe.held-label" : "probe.not-held-label", name(rung));
            case Reversal.OfHeight(var _, var shift) -> text("deed.height", name(shift));
        };
    }

    private static boolean held(String question, Rung rung, InterviewerView view) {
        return view.course().flatMap(course -> course.posed(question)).stream()
                .flatMap(posed -> posed.probes().stream())
                .filter(probe -> probe.rung() == rung)
                .anyMatch(probe -> probe.held().orElse(false));
    }

    private static String level(Shift shift, Level level) {
        return level(name(shift), level);
    }

    static String level(String shift, Level level) {
        return text("deed.level", shift, level == Level.NOT_OBSERVED ? text("scale.not-observed") : level.key());
    }

    /** With the trap's name where the question has several. */
    private static String trap(String questionId, String trapId, TrapJudgement judgement, InterviewerView view) {
        List<AgendaItem.Trap> traps = view.setup().agenda().items().stream()
                .filter(item -> item.questionId().equals(questionId))
                .flatMap(item -> item.traps().stream())
                .toList();
        return traps.stream()
                .filter(trap -> traps.size() > 1 && trap.id().equals(trapId))
                .findFirst()
                .map(trap -> text("deed.trap-of", trap.name(), name(judgement)))
                .orElseGet(() -> text("deed.trap", name(judgement)));
    }

    /** Empty where the screen itself moves on and so says enough. */
    static String of(Command command, InterviewerView view) {
        return switch (command) {
            case Command.Rate(var _, var shift, var level) -> level(shift, level);
            case Command.JudgeTrap(var question, var trap, var judgement) -> trap(question, trap, judgement, view);
            case Command.AskProbe(var _, var rung) -> text("deed.probe", name(rung));
            case Command.JudgeProbe(var _, var rung, var held) ->
                text(held ? "probe.held-label" : "probe.not-held-label", name(rung));
            case Command.MarkHeight(var _, var shift) -> text("deed.height", name(shift));
            case Command.NoteEvidence _, Command.ReviseEvidence _ -> text("deed.note");
            case Command.WithdrawEvidence _ -> text("deed.withdrawn");
            case Command.MarkPromise(var _, var promise) -> text(promise ? "deed.promise" : "deed.no-promise");
            case Command.WordSentence _ -> text("deed.worded");
            case Command.ConfirmSentence _ -> text("deed.confirmed");
            case Command.Schedule _,
                    Command.Reschedule _,
                    Command.Cancel _,
                    Command.MoveAsAgreed _,
                    Command.CallOffAsAgreed _,
                    Command.ReportNoShow _,
                    Command.Join _,
                    Command.GiveSeat _,
                    Command.WithdrawSeat _,
                    Command.PassLead _,
                    Command.SetMeetingLink _,
                    Command.Start _,
                    Command.Pause _,
                    Command.Resume _,
                    Command.SkipQuestion _,
                    Command.ReorderAgenda _,
                    Command.ChooseRound _,
                    Command.AddQuestion _,
                    Command.Undo _,
                    Command.CloseScoring _,
                    Command.OpenDebrief _,
                    Command.MoveDebrief _,
                    Command.EndDebrief _,
                    Command.MergePerson _,
                    Command.Pose _,
                    Command.CloseQuestion _,
                    Command.Finish _,
                    Command.LockSheet _,
                    Command.Amend _,
                    Command.SelfScore _,
                    Command.Publish _ -> "";
        };
    }
}
