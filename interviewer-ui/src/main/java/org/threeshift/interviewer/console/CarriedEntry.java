package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.Reversal;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/**
 * Something entered and not saved, as the browser carries it over the death of a node: what a key does during an interview, and
 * changes of notes. Of anything else only its name is carried, to say that it was not saved: a step such as a lock is taken
 * anew by whoever sees that it was not taken. New notes are carried on their own.
 *
 * @param id   of the command: sent twice it counts once
 * @param at   when it was entered, in milliseconds since 1970
 * @param what the command's name and its parts
 * @param name what it is called when it was not saved
 */
record CarriedEntry(String id, long at, List<String> what, String name) {
    private static final String LOST = "lost";
    private static final String UNDO = "undo";
    private static final String BACK = "back";

    CarriedEntry {
        what = List.copyOf(what);
    }

    /** What a browser was given to carry. */
    sealed interface Meaning {
        /** To be sent again. */
        record Send(Command command) implements Meaning {}

        /** Takes back another entry that was carried with it. */
        record Undo(UUID entry) implements Meaning {}

        /** Takes back something that was saved before. */
        record TakeBack(Reversal reversal) implements Meaning {}

        /** Only its name was carried. */
        record Lost() implements Meaning {}
    }

    /** @param view the interview with what was entered up to it */
    static Optional<CarriedEntry> of(Sent sent, InterviewerView view) {
        return sent.command() instanceof Command.NoteEvidence
                ? Optional.empty()
                : Optional.of(entry(sent, what(sent.command()), LostName.of(sent.command(), view)));
    }

    static CarriedEntry takingBack(Sent undo, Sent entered) {
        return entry(undo, List.of(UNDO, entered.commandId().toString()), text("carried.undo"));
    }

    static CarriedEntry takingBack(Sent undo, Reversal reversal) {
        return entry(undo, what(reversal), text("carried.undo"));
    }

    private static CarriedEntry entry(Sent sent, List<String> what, String name) {
        return new CarriedEntry(sent.commandId().toString(), sent.by().at().toEpochMilli(), what, name);
    }

    private static List<String> what(Command command) {
        return switch (command) {
            case Command.Rate(var question, var shift, var level) ->
                List.of("rate", question, shift.name(), level.name());
            case Command.JudgeTrap(var question, var trap, var judgement) ->
                List.of("trap", question, trap, judgement.name());
            case Command.AskProbe(var question, var rung) -> List.of("probe", question, rung.name());
            case Command.JudgeProbe(var question, var rung, var held) ->
                List.of("held", question, rung.name(), Boolean.toString(held));
            case Command.MarkHeight(var question, var shift) -> List.of("height", question, shift.name());
            case Command.Pose(var question) -> List.of("pose", question);
            case Command.CloseQuestion(var question) -> List.of("close", question);
            case Command.ReviseEvidence(var note, var words) ->
                List.of("revise", note.value().toString(), words);
            case Command.WithdrawEvidence(var note) ->
                List.of("withdraw", note.value().toString());
            case Command.MarkPromise(var note, var promise) ->
                List.of("promise", note.value().toString(), Boolean.toString(promise));
            case Command.NoteEvidence _,
                    Command.Undo _,
                    Command.Schedule _,
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
                    Command.Finish _,
                    Command.LockSheet _,
                    Command.Amend _,
                    Command.CloseScoring _,
                    Command.SelfScore _,
                    Command.Publish _,
                    Command.OpenDebrief _,
                    Command.MoveDebrief _,
                    Command.WordSentence _,
                    Command.ConfirmSentence _,
                    Command.EndDebrief _,
                    Command.MergePerson _ -> List.of(LOST);
        };
    }

    private static List<String> what(Reversal reversal) {
        String question = reversal.questionId();
        return switch (reversal) {
            case Reversal.OfLevel(var _, var shift, var _) -> List.of(BACK, "rate", question, shift.name());
            case Reversal.OfTrap(var _, var trap, var _) -> List.of(BACK, "trap", question, trap);
            case Reversal.OfProbe(var _, var rung) -> List.of(BACK, "probe", question, rung.name());
            case Reversal.OfProbeJudgement(var _, var rung, var _) -> List.of(BACK, "held", question, rung.name());
            case Reversal.OfHeight(var _, var shift) -> List.of(BACK, "height", question, shift.name());
        };
    }

    /** Absent for what no server has ever given a browser to carry. */
    Optional<Meaning> meaning() {
        try {
            return Optional.of(
                    switch (what.getFirst()) {
                        case LOST -> new Meaning.Lost();
                        case UNDO -> new Meaning.Undo(UUID.fromString(what.get(1)));
                        case BACK -> new Meaning.TakeBack(reversal());
                        default -> new Meaning.Send(command());
                    });
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.util.NoSuchElementException unreadable) {
            return Optional.empty();
        }
    }

    private Command command() {
        return switch (what.getFirst()) {
            case "rate" -> new Command.Rate(what.get(1), Shift.valueOf(what.get(2)), Level.valueOf(what.get(3)));
            case "trap" -> new Command.JudgeTrap(what.get(1), what.get(2), TrapJudgement.valueOf(what.get(3)));
            case "probe" -> new Command.AskProbe(what.get(1), Rung.valueOf(what.get(2)));
            case "held" ->
                new Command.JudgeProbe(what.get(1), Rung.valueOf(what.get(2)), Boolean.parseBoolean(what.get(3)));
            case "height" -> new Command.MarkHeight(what.get(1), Shift.valueOf(what.get(2)));
            case "pose" -> new Command.Pose(what.get(1));
            case "close" -> new Command.CloseQuestion(what.get(1));
            case "revise" -> new Command.ReviseEvidence(new EvidenceId(UUID.fromString(what.get(1))), what.get(2));
            case "withdraw" -> new Command.WithdrawEvidence(new EvidenceId(UUID.fromString(what.get(1))));
            case "promise" ->
                new Command.MarkPromise(
                        new EvidenceId(UUID.fromString(what.get(1))), Boolean.parseBoolean(what.get(2)));
            default -> throw new IllegalArgumentException(what.getFirst());
        };
    }

    /** Without what stands again afterwards: the log knows. */
    private Reversal reversal() {
        String question = what.get(2);
        return switch (what.get(1)) {
            case "rate" -> new Reversal.OfLevel(question, Shift.valueOf(what.get(3)), Optional.empty());
            case "trap" -> new Reversal.OfTrap(question, what.get(3), Optional.empty());
            case "probe" -> new Reversal.OfProbe(question, Rung.valueOf(what.get(3)));
            case "held" -> new Reversal.OfProbeJudgement(question, Rung.valueOf(what.get(3)), Optional.empty());
            case "height" -> new Reversal.OfHeight(question, Shift.valueOf(what.get(3)));
            default -> throw new IllegalArgumentException(what.get(1));
        };
    }

    /** Whether taking back this takes back what the other one names. */
    static boolean same(Reversal last, Reversal named) {
        return what(last).equals(what(named));
    }

    /** What is taken back when this is taken back; absent for what cannot be. */
    Optional<Reversal> undoing() {
        return meaning()
                .filter(Meaning.Send.class::isInstance)
                .map(Meaning.Send.class::cast)
                .flatMap(sent -> undoing(sent.command()));
    }

    private static Optional<Reversal> undoing(Command command) {
        return switch (command) {
            case Command.Rate(var question, var shift, var _) ->
                Optional.of(new Reversal.OfLevel(question, shift, Optional.empty()));
            case Command.JudgeTrap(var question, var trap, var _) ->
                Optional.of(new Reversal.OfTrap(question, trap, Optional.empty()));
            case Command.AskProbe(var question, var rung) -> Optional.of(new Reversal.OfProbe(question, rung));
            case Command.JudgeProbe(var question, var rung, var _) ->
                Optional.of(new Reversal.OfProbeJudgement(question, rung, Optional.empty()));
            case Command.MarkHeight(var question, var shift) -> Optional.of(new Reversal.OfHeight(question, shift));
            default -> Optional.empty();
        };
    }

    Optional<UUID> commandId() {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Absent when no clock has ever shown it. */
    Optional<Instant> entered() {
        return at < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
}
