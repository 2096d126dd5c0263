package org.threeshift.interviewer.console;

import java.util.Optional;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.rubric.Verdict;

/** The sheet as a whole: locking, publishing, amending. */
final class SheetPresenter {
    private final ConsolePresenter console;

    SheetPresenter(ConsolePresenter console) {
        this.console = console;
    }

    /** What is begun and not handed in comes first: afterwards it could only be read. */
    Screen lock(Optional<Verdict> verdict, String summary) {
        int begun = console.screen().keepFromLocking().size();
        if (begun > 0) {
            Refusal refusal = Refusal.of(Refusal.Code.NOTES_BEGUN, Integer.toString(begun));
            return console.saySentence(Place.SHEET, refusal.sentence());
        }
        return verdict.map(chosen -> console.send(Place.SHEET, new Command.LockSheet(chosen, summary)))
                .orElseGet(() -> console.say(Place.SHEET, "sheet.verdict-missing"));
    }

    /** The sheets that are still drafts stay out for good. */
    Screen closeScoring() {
        return console.send(Place.SHEET, new Command.CloseScoring());
    }

    /** Skips the debrief, at least for now. */
    Screen publish(boolean withoutSelfScore) {
        return console.send(Place.SHEET, new Command.Publish(withoutSelfScore));
    }

    Screen amend(Amendment amendment, String reason) {
        return console.send(Place.AMENDMENT, new Command.Amend(amendment, reason));
    }
}
