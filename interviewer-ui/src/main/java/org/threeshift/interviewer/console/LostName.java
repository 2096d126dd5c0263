package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;

/** What something is called of which a person must know that it was not saved: enough to do it again. */
final class LostName {
    private LostName() {}

    static String of(Command command, InterviewerView view) {
        return switch (command) {
            case Command.Rate(var question, var _, var _) -> on(question, view, Deed.of(command, view));
            case Command.JudgeTrap(var question, var _, var _) -> on(question, view, Deed.of(command, view));
            case Command.AskProbe(var question, var _) -> on(question, view, Deed.of(command, view));
            case Command.JudgeProbe(var question, var _, var _) -> on(question, view, Deed.of(command, view));
            case Command.MarkHeight(var question, var _) -> on(question, view, Deed.of(command, view));
            case Command.Pose(var question) -> on(question, view, text("carried.pose"));
            case Command.CloseQuestion(var question) -> on(question, view, text("carried.close"));
            case Command.SkipQuestion(var question) -> on(question, view, text("carried.skip"));
            case Command.AddQuestion(var item) -> on(item.questionId(), view, text("carried.add"));
            case Command.NoteEvidence _, Command.ReviseEvidence _ -> text("carried.note");
            case Command.WithdrawEvidence _ -> text("carried.withdraw");
            case Command.MarkPromise _ -> text("carried.promise");
            case Command.Undo _ -> text("carried.undo");
            case Command.Start _ -> text("carried.start");
            case Command.Pause _ -> text("carried.pause");
            case Command.Resume _ -> text("carried.resume");
            case Command.ReorderAgenda _, Command.ChooseRound _ -> text("carried.order");
            case Command.Finish _ -> text("carried.finish");
            case Command.LockSheet(var verdict, var _) -> text("carried.lock", name(verdict));
            case Command.Amend _ -> text("carried.amend");
            case Command.CloseScoring _ -> text("carried.close-scoring");
            case Command.Publish _, Command.OpenDebrief _ -> text("carried.publish");
            case Command.MoveDebrief _, Command.EndDebrief _ -> text("carried.debrief");
            case Command.WordSentence _, Command.ConfirmSentence _ -> text("carried.sentence");
            case Command.GiveSeat _, Command.WithdrawSeat _, Command.PassLead _ -> text("carried.seat");
            case Command.SetMeetingLink _ -> text("carried.meeting");
            case Command.Schedule _,
                    Command.Reschedule _,
                    Command.Cancel _,
                    Command.MoveAsAgreed _,
                    Command.CallOffAsAgreed _,
                    Command.ReportNoShow _ -> text("carried.plan");
            case Command.Join _, Command.SelfScore _, Command.MergePerson _ -> text("carried.other");
        };
    }

    private static String on(String question, InterviewerView view, String deed) {
        String title =
                view.setup().agenda().item(question).map(AgendaItem::title).orElse(question);
        return text("carried.on", title, deed);
    }
}
