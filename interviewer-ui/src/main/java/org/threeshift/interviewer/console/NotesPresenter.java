package org.threeshift.interviewer.console;

import java.util.UUID;
import java.util.function.Consumer;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;

/** Notes of what was said. */
final class NotesPresenter {
    private final ConsolePresenter console;

    NotesPresenter(ConsolePresenter console) {
        this.console = console;
    }

    /**
     * Keeps a note.
     *
     * @param note       chosen by the browser, which sends the same note again until it learns that it is kept
     * @param questionId the question that the note was begun on, perhaps not the shown one any more
     */
    Screen note(UUID note, String questionId, String words) {
        return console.send(note, Place.EVIDENCE, new Command.NoteEvidence(new EvidenceId(note), questionId, words));
    }

    /** Keeps what is typed of a note so far. */
    Screen draft(Words words, Consumer<DraftState> told) {
        console.outbox().drafts().keep(words, told);
        console.forget(Place.EVIDENCE);
        return console.screen();
    }

    /** Gives a note in the making up, wherever it was begun. */
    Screen discard(UUID note) {
        console.outbox().drafts().drop(note);
        return console.screen();
    }

    Screen revise(EvidenceId note, String words) {
        return console.send(Place.EVIDENCE, new Command.ReviseEvidence(note, words));
    }

    Screen promise(EvidenceId note, boolean promise) {
        return console.send(Place.EVIDENCE, new Command.MarkPromise(note, promise));
    }

    Screen withdraw(EvidenceId note) {
        return console.send(Place.EVIDENCE, new Command.WithdrawEvidence(note));
    }
}
