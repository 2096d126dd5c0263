package org.threeshift.core.interview.model;

import static org.threeshift.core.interview.model.Decision.already;
import static org.threeshift.core.interview.model.Decision.happened;
import static org.threeshift.core.interview.model.Decision.refused;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Interview.Debriefing;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.Interview.Live;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.interview.model.Sheet.LevelKey;

/** After the last question: locking, the candidate's own score, publication, and amendments after it. */
final class Revealing {
    private Revealing() {}

    static Decision lock(Known state, Command.LockSheet wanted, By by) {
        if (!state.setup().hasSheet(by.actor())) {
            return refused(Code.ONLY_INTERVIEWER);
        }
        return switch (state) {
            case Interview.Scheduled _ -> refused(Code.NOT_STARTED);
            case Live _ -> refused(Code.NOT_OVER);
            case Debriefing now -> lock(now, wanted, by);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    private static Decision lock(Debriefing state, Command.LockSheet wanted, By by) {
        Sheet sheet = state.sheet(by.actor());
        if (sheet.locked()) {
            return refused(Code.SHEET_LOCKED);
        }
        if (state.scoringClosed()) {
            return refused(Code.SCORING_CLOSED);
        }
        List<Missing> missing = Missing.on(sheet, state.setup().agenda(), state.course());
        if (!missing.isEmpty()) {
            return new Decision.Refused(
                    new Refusal(Code.SHEET_INCOMPLETE, List.of(Integer.toString(missing.size())), missing));
        }
        return Texts.refusalOfSummary(wanted.summary())
                .<Decision>map(Decision.Refused::new)
                .orElseGet(
                        () -> happened(new InterviewEvent.SheetLocked(wanted.verdict(), Texts.kept(wanted.summary()))));
    }

    /** Allowed once the sheet is locked, before publication and after it. */
    static Decision amend(Known state, Command.Amend wanted, By by) {
        if (!state.setup().hasSheet(by.actor())) {
            return refused(Code.ONLY_INTERVIEWER);
        }
        return switch (state) {
            case Interview.Scheduled _ -> refused(Code.NOT_STARTED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
            case Held held when !held.sheet(by.actor()).locked() -> refused(Code.SHEET_NOT_LOCKED);
            case Held held
            when held.sheet(by.actor()).says(kept(wanted.amendment())) -> refused(Code.AMENDMENT_SAYS_THE_SAME);
            case Held held ->
                Texts.refusalOfReason(wanted.reason())
                        .or(() -> refusalOf(wanted.amendment(), held, by))
                        .<Decision>map(Decision.Refused::new)
                        .orElseGet(() -> happened(new InterviewEvent.SheetAmended(
                                kept(wanted.amendment()), Texts.kept(wanted.reason()))));
        };
    }

    private static Amendment kept(Amendment amendment) {
        return amendment instanceof Amendment.OfSummary(var summary)
                ? new Amendment.OfSummary(Texts.kept(summary))
                : amendment;
    }

    private static Optional<Refusal> refusalOf(Amendment amendment, Held held, By by) {
        return switch (amendment) {
            case Amendment.OfLevel(var question, var shift, var level) ->
                refusalOf(held, question, item -> item.probes(shift), Code.SHIFT_NOT_PROBED)
                        .or(() -> level.needsEvidence()
                                        && held.sheet(by.actor())
                                                .evidenceFor(question)
                                                .isEmpty()
                                ? Optional.of(new Refusal(
                                        Code.SHEET_INCOMPLETE,
                                        List.of("1"),
                                        List.of(new Missing.OfEvidence(question, shift, level))))
                                : Optional.empty());
            case Amendment.OfTrap(var question, var trap, var _) ->
                refusalOf(held, question, item -> item.sets(trap), Code.UNKNOWN_TRAP);
            case Amendment.OfVerdict _ -> Optional.empty();
            case Amendment.OfSummary(var summary) -> Texts.refusalOfSummary(summary);
        };
    }

    private static Optional<Refusal> refusalOf(
            Held held, String questionId, java.util.function.Predicate<AgendaItem> fits, Code otherwise) {
        Optional<AgendaItem> item = held.setup().agenda().item(questionId);
        if (item.isEmpty()) {
            return Optional.of(Refusal.of(Code.UNKNOWN_QUESTION));
        }
        String title = item.get().title();
        if (!held.course().wasPosed(questionId)) {
            return Optional.of(Refusal.of(Code.NOT_POSED, title));
        }
        return fits.test(item.get()) ? Optional.empty() : Optional.of(Refusal.of(otherwise, title));
    }

    /** May be given again until the scorecard is published: the last one counts. */
    static Decision selfScore(Known state, Command.SelfScore wanted, By by) {
        if (!state.setup().isCandidate(by.actor())) {
            return refused(Code.ONLY_CANDIDATE);
        }
        return switch (state) {
            case Interview.Scheduled _ -> refused(Code.NOT_STARTED);
            case Live _ -> refused(Code.NOT_OVER);
            case Debriefing now -> selfScore(now, wanted);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    private static Decision selfScore(Debriefing state, Command.SelfScore wanted) {
        Set<LevelKey> asked = levelsAsked(state);
        Set<LevelKey> given = wanted.ratings().stream()
                .map(rating -> new LevelKey(rating.questionId(), rating.shift()))
                .collect(Collectors.toSet());
        if (!asked.containsAll(given) || given.size() != wanted.ratings().size()) {
            return refused(Code.UNKNOWN_QUESTION);
        }
        return given.containsAll(asked)
                ? happened(new InterviewEvent.SelfScored(wanted.ratings()))
                : refused(Code.SELF_SCORE_INCOMPLETE, Integer.toString(asked.size() - given.size()));
    }

    /** Every level that this interview asks for: each probed shift of each posed question. */
    private static Set<LevelKey> levelsAsked(Held held) {
        return held.setup().agenda().items().stream()
                .filter(item -> held.course().wasPosed(item.questionId()))
                .flatMap(item -> item.shifts().stream().map(shift -> new LevelKey(item.questionId(), shift)))
                .collect(Collectors.toSet());
    }

    /** For the panel member who does not come back to their sheet. */
    static Decision closeScoring(Known state, By by) {
        if (!state.setup().host().equals(by.actor())) {
            return refused(Code.ONLY_HOST);
        }
        return switch (state) {
            case Interview.Scheduled _ -> refused(Code.NOT_STARTED);
            case Live _ -> refused(Code.NOT_OVER);
            case Debriefing now when !now.sheet(by.actor()).locked() -> refused(Code.OWN_SHEET_OPEN);
            case Debriefing now ->
                now.scoringClosed() || now.drafts() == 0 ? already() : happened(new InterviewEvent.ScoringClosed());
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    static Decision publish(Known state, Command.Publish wanted, By by) {
        if (!state.setup().host().equals(by.actor())) {
            return refused(Code.ONLY_HOST);
        }
        return switch (state) {
            case Interview.Scheduled _ -> refused(Code.NOT_STARTED);
            case Live _ -> refused(Code.NOT_OVER);
            case Debriefing now -> publish(now, wanted, by);
            case Interview.Published _ -> already();
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    private static Decision publish(Debriefing state, Command.Publish wanted, By by) {
        // Blind until locked: what the others and the candidate have done is not told either.
        if (!state.sheet(by.actor()).locked()) {
            return refused(Code.OWN_SHEET_OPEN);
        }
        if (state.drafts() > 0 && !state.scoringClosed()) {
            return refused(Code.SHEETS_OPEN, Integer.toString(state.drafts()));
        }
        boolean waived = state.selfScore().isEmpty();
        return waived && !wanted.withoutSelfScore()
                ? refused(Code.SELF_SCORE_MISSING)
                : happened(new InterviewEvent.Published(waived));
    }
}
