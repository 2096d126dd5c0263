package org.threeshift.interviewer.console;

import java.util.function.Function;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
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
            console.look(shift);
            Screen screen = console.send(Place.SCALE, new Command.Rate(item.questionId(), shift, level));
            return screen.said().isEmpty() ? console.lookAfter(shift, item) : screen;
        });
    }

    Screen judgeTrap(String trapId, TrapJudgement judgement) {
        return onShown(Place.TRAP, item -> {
            console.lookAt(trapId);
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

    private Screen onShown(Place place, Function<AgendaItem, Screen> action) {
        if (console.justOvertaken()) {
            return console.say(place, "course.overtaken");
        }
        return console.screen().shown().map(action).orElseGet(() -> console.say(place, "course.none-shown"));
    }
}
