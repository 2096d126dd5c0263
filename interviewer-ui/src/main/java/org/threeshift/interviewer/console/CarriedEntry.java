package org.threeshift.interviewer.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/**
 * Something entered and not saved, as the browser carries it over the death of a node: what a key does during an interview.
 * Notes are carried on their own, and a step such as a lock is taken anew by whoever sees that it was not taken.
 *
 * @param id   of the command: sent twice it counts once
 * @param at   when it was entered, in milliseconds since 1970
 * @param what the command's name and its parts
 */
record CarriedEntry(String id, long at, List<String> what) {
    /** Later nobody remembers having entered it, and the interview has gone on. */
    static final Duration FOR = Duration.ofMinutes(5);

    CarriedEntry {
        what = List.copyOf(what);
    }

    static Optional<CarriedEntry> of(Sent sent) {
        List<String> what = what(sent.command());
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(new CarriedEntry(
                        sent.commandId().toString(), sent.by().at().toEpochMilli(), what));
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
            default -> List.of();
        };
    }

    /** What to send again; absent when it is too old, or not readable as anything that a browser was given to carry. */
    Optional<Command> command(Instant now) {
        Instant entered = Instant.ofEpochMilli(at);
        if (entered.isAfter(now) || entered.isBefore(now.minus(FOR))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (what.getFirst()) {
                        case "rate" ->
                            new Command.Rate(what.get(1), Shift.valueOf(what.get(2)), Level.valueOf(what.get(3)));
                        case "trap" ->
                            new Command.JudgeTrap(what.get(1), what.get(2), TrapJudgement.valueOf(what.get(3)));
                        case "probe" -> new Command.AskProbe(what.get(1), Rung.valueOf(what.get(2)));
                        case "held" ->
                            new Command.JudgeProbe(
                                    what.get(1), Rung.valueOf(what.get(2)), Boolean.parseBoolean(what.get(3)));
                        case "height" -> new Command.MarkHeight(what.get(1), Shift.valueOf(what.get(2)));
                        case "pose" -> new Command.Pose(what.get(1));
                        case "close" -> new Command.CloseQuestion(what.get(1));
                        default -> throw new IllegalArgumentException(what.getFirst());
                    });
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.util.NoSuchElementException unreadable) {
            return Optional.empty();
        }
    }

    Optional<UUID> commandId() {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
