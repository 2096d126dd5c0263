package org.threeshift.core.interview.model;

import static org.threeshift.core.interview.model.Decision.refused;

import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.Refusal.Code;

/**
 * The rules of an interview: what a command makes happen in a state, or why it does not. Pure: the acting person and the
 * moment come in with the command. To somebody without a part in the interview it does not exist.
 */
public final class Decide {
    private Decide() {}

    /** What happens when somebody wants something of an interview in this state. */
    public static Decision decide(Interview state, Command command, By by) {
        return switch (state) {
            case Interview.Unscheduled _ ->
                command instanceof Command.Schedule schedule
                        ? Scheduling.schedule(schedule, by)
                        : refused(Code.NOT_SCHEDULED);
            case Known known -> hasPart(known, command, by) ? decide(known, command, by) : refused(Code.NOT_FOUND);
        };
    }

    private static Decision decide(Known state, Command command, By by) {
        return switch (command) {
            case Command.Schedule _ -> refused(Code.ALREADY_SCHEDULED);
            case Command.Reschedule reschedule -> Scheduling.reschedule(state, reschedule, by);
            case Command.Cancel cancel -> Scheduling.cancel(state, cancel, by);
            case Command.MoveAsAgreed move -> Scheduling.moveAsAgreed(state, move, by);
            case Command.CallOffAsAgreed callOff -> Scheduling.callOffAsAgreed(state, callOff, by);
            case Command.ReportNoShow noShow -> Scheduling.reportNoShow(state, noShow, by);
            case Command.GiveSeat seat -> Seating.give(state, seat, by);
            case Command.WithdrawSeat seat -> Seating.withdraw(state, seat, by);
            case Command.PassLead lead -> Seating.passLead(state, lead, by);
            case Command.SetMeetingLink link -> Seating.meetAt(state, link, by);
            case Command.Join join -> Scheduling.join(state, join, by);
            case Command.Start _ -> Conducting.start(state, by);
            case Command.Pose pose -> Conducting.pose(state, pose, by);
            case Command.Pause _ -> Steering.pause(state, by);
            case Command.Resume _ -> Steering.resume(state, by);
            case Command.SkipQuestion skip -> Steering.skip(state, skip, by);
            case Command.ReorderAgenda reorder -> Steering.reorder(state, reorder, by);
            case Command.ChooseRound choose -> Steering.choose(state, choose, by);
            case Command.AddQuestion add -> Steering.add(state, add, by);
            case Command.AskProbe probe -> Conducting.askProbe(state, probe, by);
            case Command.JudgeProbe probe -> Conducting.judgeProbe(state, probe, by);
            case Command.MarkHeight height -> Conducting.markHeight(state, height, by);
            case Command.CloseQuestion close -> Conducting.close(state, close, by);
            case Command.Finish _ -> Conducting.finish(state, by);
            case Command.Rate rate -> Scoring.rate(state, rate, by);
            case Command.JudgeTrap trap -> Scoring.judgeTrap(state, trap, by);
            case Command.Undo _ -> Scoring.undo(state, by);
            case Command.NoteEvidence note -> Scoring.noteEvidence(state, note, by);
            case Command.ReviseEvidence revise -> Scoring.reviseEvidence(state, revise, by);
            case Command.WithdrawEvidence withdraw -> Scoring.withdrawEvidence(state, withdraw, by);
            case Command.MarkPromise mark -> Scoring.markPromise(state, mark, by);
            case Command.LockSheet lock -> Revealing.lock(state, lock, by);
            case Command.Amend amend -> Revealing.amend(state, amend, by);
            case Command.SelfScore selfScore -> Revealing.selfScore(state, selfScore, by);
            case Command.CloseScoring _ -> Revealing.closeScoring(state, by);
            case Command.Publish publish -> Revealing.publish(state, publish, by);
            case Command.OpenDebrief open -> Talking.open(state, open, by);
            case Command.MoveDebrief move -> Talking.move(state, move, by);
            case Command.WordSentence word -> Talking.word(state, word, by);
            case Command.ConfirmSentence confirm -> Talking.confirm(state, confirm, by);
            case Command.EndDebrief end -> Talking.end(state, end, by);
            case Command.MergePerson merge -> Merging.merge(state, merge);
        };
    }

    private static boolean hasPart(Known known, Command command, By by) {
        Setup setup = known.setup();
        return setup.host().equals(by.actor())
                || setup.sitsAtConsole(by.actor())
                || setup.isCandidate(by.actor())
                // The service has checked that an admin asks.
                || command instanceof Command.MergePerson
                || by.byInstallation()
                // Whoever holds an invitation may take the candidate's chair; the service has checked the invitation.
                || (command instanceof Command.Join(Seat seat) && seat == Seat.CANDIDATE);
    }
}
