package org.threeshift.interviewer.console;

import java.util.Optional;
import java.util.function.Function;
import org.threeshift.core.interview.DebriefView;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Debrief.Wording;

/** The debrief: opening it, walking the gaps, wording and confirming the joint sentence, ending it. */
final class TalkPresenter {
    private final ConsolePresenter console;

    TalkPresenter(ConsolePresenter console) {
        this.console = console;
    }

    /** Publishes, and puts the widest gap on everybody's screen. */
    Screen open(boolean withoutSelfScore) {
        return console.send(Place.SHEET, new Command.OpenDebrief(withoutSelfScore));
    }

    /** @param step the one after the last gap is the joint sentence */
    Screen move(int step) {
        return send(new Command.MoveDebrief(step));
    }

    /** By key: two people may press it at once, and mean one step. */
    Screen onward() {
        return stepBy(1);
    }

    Screen back() {
        return stepBy(-1);
    }

    Screen word(String sentence) {
        return send(new Command.WordSentence(sentence));
    }

    Screen confirm() {
        return onWording(wording -> send(new Command.ConfirmSentence(wording.number())))
                .orElseGet(() -> console.say(Place.DEBRIEF, "debrief.wording-none"));
    }

    /** Held without the candidate, the sentence that stands is confirmed on the way out. */
    Screen end(boolean candidateAbsent) {
        boolean confirms = candidateAbsent
                && debrief()
                        .filter(talk -> !talk.confirmedBy(console.person().id()))
                        .isPresent();
        if (confirms) {
            onWording(wording -> send(new Command.ConfirmSentence(wording.number())));
        }
        return send(new Command.EndDebrief(candidateAbsent));
    }

    private Screen stepBy(int steps) {
        if (console.justOvertaken()) {
            return console.say(Place.DEBRIEF, "debrief.moved-meanwhile");
        }
        return debrief()
                .filter(talk -> talk.step() + steps >= 0
                        && talk.step() + steps <= talk.topics().size())
                .map(talk -> move(talk.step() + steps))
                .orElseGet(console::screen);
    }

    private Optional<Screen> onWording(Function<Wording, Screen> action) {
        return debrief().flatMap(DebriefView::wording).map(action);
    }

    private Optional<DebriefView> debrief() {
        return console.view().debrief().filter(DebriefView::open);
    }

    private Screen send(Command command) {
        return console.send(Place.DEBRIEF, command);
    }
}
