package org.threeshift.interviewer.console;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Reversal;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/** What is heard in the answer to the shown question. */
final class ScoringPresenter {
    private final ConsolePresenter console;

    ScoringPresenter(ConsolePresenter console) {
        this.console = console;
    }

    /** Sets a level and, once it is saved, moves on to the next shift that the question probes. */
    Screen rate(Shift shift, Level level) {
        return onShown(Place.SCALE, item -> {
            console.lookAt(position -> position.on(shift));
            Screen screen = console.send(Place.SCALE, new Command.Rate(item.questionId(), shift, level));
            return screen.said().isEmpty() ? console.lookAt(position -> position.after(shift, item)) : screen;
        });
    }

    Screen judgeTrap(String trapId, TrapJudgement judgement) {
        return onShown(Place.TRAP, item -> {
            console.lookAt(position -> position.at(trapId));
            return console.send(Place.TRAP, new Command.JudgeTrap(item.questionId(), trapId, judgement));
        });
    }

    Screen askProbe(Rung rung) {
        return onShown(Place.PROBE, item -> probe(new Command.AskProbe(item.questionId(), rung)));
    }

    Screen judgeProbe(Rung rung, boolean held) {
        return onShown(Place.PROBE, item -> probe(new Command.JudgeProbe(item.questionId(), rung, held)));
    }

    private Screen probe(Command command) {
        return console.send(Place.PROBE, command);
    }

    Screen markHeight(Shift shift) {
        return onShown(
                Place.SCALE, item -> console.send(Place.SCALE, new Command.MarkHeight(item.questionId(), shift)));
    }

    /** Takes back the last level, judgement, probe or height, and shows the question that it was about. */
    Screen undo() {
        List<Reversal> reversals = console.view().sheet().reversals();
        if (reversals.isEmpty()) {
            Place here = console.screen().shown().isPresent() ? Place.SCALE : Place.SHEET;
            return console.send(here, new Command.Undo());
        }
        Reversal last = reversals.getLast();
        String deed = Deed.undone(last, console.view());
        return switch (last) {
            case Reversal.OfLevel(var question, var shift, var _) ->
                undo(Place.SCALE, deed, position -> position.choose(question).on(shift));
            case Reversal.OfHeight(var question, var shift) ->
                undo(Place.SCALE, deed, position -> position.choose(question).on(shift));
            case Reversal.OfTrap(var question, var trap, var _) ->
                undo(Place.TRAP, deed, position -> position.choose(question).at(trap));
            case Reversal.OfProbe(var question, var _) ->
                undo(Place.PROBE, deed, position -> position.choose(question));
            case Reversal.OfProbeJudgement(var question, var _, var _) ->
                undo(Place.PROBE, deed, position -> position.choose(question));
        };
    }

    private Screen undo(Place place, String deed, UnaryOperator<Position> to) {
        console.lookAt(to);
        return console.send(place, new Command.Undo(), deed);
    }

    private Screen onShown(Place place, Function<AgendaItem, Screen> action) {
        if (console.justOvertaken()) {
            return console.say(place, "course.overtaken");
        }
        return console.screen().shown().map(action).orElseGet(() -> console.say(place, "course.none-shown"));
    }
}
