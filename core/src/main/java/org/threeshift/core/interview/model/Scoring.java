package org.threeshift.core.interview.model;

import static org.threeshift.core.interview.model.Decision.already;
import static org.threeshift.core.interview.model.Decision.happened;
import static org.threeshift.core.interview.model.Decision.refused;

import java.util.function.Function;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Interview.Debriefing;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.Interview.Live;
import org.threeshift.core.interview.model.Refusal.Code;

/** What an interviewer writes on their own sheet, from the first question until it is locked. */
final class Scoring {
    private Scoring() {}

    static Decision rate(Known state, Command.Rate wanted, By by) {
        return onPosed(state, wanted.questionId(), by, (sheet, item) -> {
            if (!item.probes(wanted.shift())) {
                return refused(Code.SHIFT_NOT_PROBED, item.title());
            }
            boolean same = sheet.level(item.questionId(), wanted.shift())
                    .filter(level -> level == wanted.level())
                    .isPresent();
            return same
                    ? already()
                    : happened(new InterviewEvent.Rated(item.questionId(), wanted.shift(), wanted.level()));
        });
    }

    static Decision judgeTrap(Known state, Command.JudgeTrap wanted, By by) {
        return onPosed(state, wanted.questionId(), by, (sheet, item) -> {
            if (!item.sets(wanted.trapId())) {
                return refused(Code.UNKNOWN_TRAP, item.title());
            }
            boolean same = sheet.trap(item.questionId(), wanted.trapId())
                    .filter(judgement -> judgement == wanted.judgement())
                    .isPresent();
            return same
                    ? already()
                    : happened(new InterviewEvent.TrapJudged(item.questionId(), wanted.trapId(), wanted.judgement()));
        });
    }

    static Decision noteEvidence(Known state, Command.NoteEvidence wanted, By by) {
        return onPosed(
                state,
                wanted.questionId(),
                by,
                (sheet, item) -> Texts.refusalOfEvidence(wanted.text())
                        .<Decision>map(Decision.Refused::new)
                        .orElseGet(() -> sheet.note(wanted.evidenceId()).isPresent()
                                ? refused(Code.EVIDENCE_EXISTS)
                                : happened(new InterviewEvent.EvidenceNoted(
                                        wanted.evidenceId(), item.questionId(), Texts.kept(wanted.text())))));
    }

    static Decision reviseEvidence(Known state, Command.ReviseEvidence wanted, By by) {
        return onOpenSheet(
                state,
                by,
                (held, sheet) -> sheet.note(wanted.evidenceId())
                        .map(note -> Texts.refusalOfEvidence(wanted.text())
                                .<Decision>map(Decision.Refused::new)
                                .orElseGet(() -> note.text().equals(Texts.kept(wanted.text()))
                                        ? already()
                                        : happened(new InterviewEvent.EvidenceRevised(
                                                note.id(), Texts.kept(wanted.text())))))
                        .orElseGet(() -> refused(Code.EVIDENCE_UNKNOWN)));
    }

    static Decision withdrawEvidence(Known state, Command.WithdrawEvidence wanted, By by) {
        return onOpenSheet(
                state,
                by,
                (held, sheet) -> sheet.note(wanted.evidenceId()).isPresent()
                        ? happened(new InterviewEvent.EvidenceWithdrawn(wanted.evidenceId()))
                        : refused(Code.EVIDENCE_UNKNOWN));
    }

    static Decision markPromise(Known state, Command.MarkPromise wanted, By by) {
        return onOpenSheet(
                state,
                by,
                (held, sheet) -> sheet.note(wanted.evidenceId())
                        .map(note -> note.promise() == wanted.promise()
                                ? already()
                                : happened(new InterviewEvent.PromiseMarked(note.id(), wanted.promise())))
                        .orElseGet(() -> refused(Code.EVIDENCE_UNKNOWN)));
    }

    /** The person's own last level, trap judgement, probe, judgement of a probe, or height. */
    static Decision undo(Known state, By by) {
        return onOpenSheet(
                state,
                by,
                (held, sheet) -> sheet.undoable()
                        .map(reversal -> happened(new InterviewEvent.Undone(reversal)))
                        .orElseGet(() -> refused(Code.NOTHING_TO_UNDO)));
    }

    private static Decision onPosed(Known state, String questionId, By by, OnItem decide) {
        return onOpenSheet(
                state,
                by,
                (held, sheet) -> held.setup()
                        .agenda()
                        .item(questionId)
                        .map(item -> held.course().wasPosed(questionId)
                                ? decide.on(sheet, item)
                                : refused(Code.NOT_POSED, item.title()))
                        .orElseGet(() -> refused(Code.UNKNOWN_QUESTION)));
    }

    private static Decision onOpenSheet(Known state, By by, OnSheet decide) {
        if (!state.setup().hasSheet(by.actor())) {
            return refused(Code.ONLY_INTERVIEWER);
        }
        Function<Held, Decision> draft = held -> {
            Sheet sheet = held.sheet(by.actor());
            if (sheet.locked()) {
                return refused(Code.SHEET_LOCKED);
            }
            return held instanceof Debriefing now && now.scoringClosed()
                    ? refused(Code.SCORING_CLOSED)
                    : decide.on(held, sheet);
        };
        return switch (state) {
            case Interview.Scheduled _ -> refused(Code.NOT_STARTED);
            case Live live -> draft.apply(live);
            case Debriefing debriefing -> draft.apply(debriefing);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    private interface OnSheet {
        Decision on(Held held, Sheet sheet);
    }

    private interface OnItem {
        Decision on(Sheet sheet, AgendaItem item);
    }
}
