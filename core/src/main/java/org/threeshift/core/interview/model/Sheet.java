package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/**
 * One interviewer's levels, trap judgements, evidence and verdict for one interview. Draft until locked.
 *
 * @param reversals how each thing that the interviewer did is taken back, the last one last; none once it is locked
 */
public record Sheet(
        PersonId interviewer,
        Map<LevelKey, Level> levels,
        Map<TrapKey, TrapJudgement> traps,
        List<Evidence> evidence,
        Optional<Lock> lock,
        List<Amended> amendments,
        List<Reversal> reversals) {

    public Sheet {
        levels = Map.copyOf(levels);
        traps = Map.copyOf(traps);
        evidence = List.copyOf(evidence);
        amendments = List.copyOf(amendments);
        reversals = List.copyOf(reversals);
    }

    /** Where a level stands. */
    public record LevelKey(String questionId, Shift shift) {}

    /** Where a trap judgement stands. */
    public record TrapKey(String questionId, String trapId) {}

    /** What the interviewer signed. The verdict and summary here follow amendments. */
    public record Lock(Verdict verdict, String summary, Instant at) {}

    /** One entry of the trail: what was changed after the lock, and why. */
    public record Amended(Amendment amendment, String reason, Instant at) {}

    /** A sheet on which nothing stands yet. */
    public static Sheet blank(PersonId interviewer) {
        return new Sheet(interviewer, Map.of(), Map.of(), List.of(), Optional.empty(), List.of(), List.of());
    }

    public boolean locked() {
        return lock.isPresent();
    }

    /** The level given, absent when the interviewer has not judged yet: that is not the same as <em>not observed</em>. */
    public Optional<Level> level(String questionId, Shift shift) {
        return Optional.ofNullable(levels.get(new LevelKey(questionId, shift)));
    }

    public Optional<TrapJudgement> trap(String questionId, String trapId) {
        return Optional.ofNullable(traps.get(new TrapKey(questionId, trapId)));
    }

    /** Whether this stands on the sheet already, so that amending to it would change nothing. */
    public boolean says(Amendment amendment) {
        return switch (amendment) {
            case Amendment.OfLevel(var question, var shift, var level) ->
                level(question, shift).filter(level::equals).isPresent();
            case Amendment.OfTrap(var question, var trap, var judgement) ->
                trap(question, trap).filter(judgement::equals).isPresent();
            case Amendment.OfVerdict(var verdict) ->
                lock.filter(signed -> signed.verdict() == verdict).isPresent();
            case Amendment.OfSummary(var summary) ->
                lock.filter(signed -> signed.summary().equals(summary)).isPresent();
        };
    }

    public List<Evidence> evidenceFor(String questionId) {
        return evidence.stream()
                .filter(note -> note.questionId().equals(questionId))
                .toList();
    }

    Optional<Evidence> note(EvidenceId id) {
        return evidence.stream().filter(note -> note.id().equals(id)).findFirst();
    }

    Sheet rated(String questionId, Shift shift, Level level) {
        return withLevel(questionId, shift, Optional.of(level))
                .reversible(new Reversal.OfLevel(questionId, shift, level(questionId, shift)));
    }

    Sheet judged(String questionId, String trapId, TrapJudgement judgement) {
        return withTrap(questionId, trapId, Optional.of(judgement))
                .reversible(new Reversal.OfTrap(questionId, trapId, trap(questionId, trapId)));
    }

    /** What would be taken back next. */
    Optional<Reversal> undoable() {
        return reversals.isEmpty() ? Optional.empty() : Optional.of(reversals.getLast());
    }

    Sheet reversible(Reversal reversal) {
        var next = new ArrayList<>(reversals);
        next.add(reversal);
        return new Sheet(interviewer, levels, traps, evidence, lock, amendments, next);
    }

    /** Takes the last thing back. What concerns the course and not the sheet is left to the course. */
    Sheet undone(Reversal reversal) {
        Sheet before = switch (reversal) {
            case Reversal.OfLevel(var question, var shift, var restored) -> withLevel(question, shift, restored);
            case Reversal.OfTrap(var question, var trap, var restored) -> withTrap(question, trap, restored);
            case Reversal.OfProbe _, Reversal.OfProbeJudgement _, Reversal.OfHeight _ -> this;
        };
        var left = reversals.subList(0, reversals.size() - 1);
        return new Sheet(interviewer, before.levels, before.traps, evidence, lock, amendments, left);
    }

    private Sheet withLevel(String questionId, Shift shift, Optional<Level> level) {
        var next = new LinkedHashMap<>(levels);
        var key = new LevelKey(questionId, shift);
        level.ifPresentOrElse(given -> next.put(key, given), () -> next.remove(key));
        return new Sheet(interviewer, next, traps, evidence, lock, amendments, reversals);
    }

    private Sheet withTrap(String questionId, String trapId, Optional<TrapJudgement> judgement) {
        var next = new LinkedHashMap<>(traps);
        var key = new TrapKey(questionId, trapId);
        judgement.ifPresentOrElse(given -> next.put(key, given), () -> next.remove(key));
        return new Sheet(interviewer, levels, next, evidence, lock, amendments, reversals);
    }

    Sheet noted(Evidence note) {
        var next = new ArrayList<>(evidence);
        next.add(note);
        return new Sheet(interviewer, levels, traps, next, lock, amendments, reversals);
    }

    Sheet revised(EvidenceId id, String text, Instant at) {
        var next = evidence.stream()
                .map(note -> note.id().equals(id) ? note.revised(text, at) : note)
                .toList();
        return new Sheet(interviewer, levels, traps, next, lock, amendments, reversals);
    }

    Sheet marked(EvidenceId id, boolean promise) {
        var next = evidence.stream()
                .map(note -> note.id().equals(id) ? note.marked(promise) : note)
                .toList();
        return new Sheet(interviewer, levels, traps, next, lock, amendments, reversals);
    }

    Sheet withdrawn(EvidenceId id) {
        var next = evidence.stream().filter(note -> !note.id().equals(id)).toList();
        return new Sheet(interviewer, levels, traps, next, lock, amendments, reversals);
    }

    Sheet locked(Verdict verdict, String summary, Instant at) {
        var signed = Optional.of(new Lock(verdict, summary, at));
        return new Sheet(interviewer, levels, traps, evidence, signed, amendments, List.of());
    }

    Sheet amended(Amendment amendment, String reason, Instant at) {
        Sheet changed = switch (amendment) {
            case Amendment.OfLevel(var question, var shift, var level) ->
                withLevel(question, shift, Optional.of(level));
            case Amendment.OfTrap(var question, var trap, var judgement) ->
                withTrap(question, trap, Optional.of(judgement));
            case Amendment.OfVerdict(var verdict) -> relocked(now -> new Lock(verdict, now.summary(), now.at()));
            case Amendment.OfSummary(var summary) -> relocked(now -> new Lock(now.verdict(), summary, now.at()));
        };
        var trail = new ArrayList<>(amendments);
        trail.add(new Amended(amendment, reason, at));
        return new Sheet(interviewer, changed.levels, changed.traps, evidence, changed.lock, trail, reversals);
    }

    /** With everything but what the interviewer wrote. */
    Sheet withoutWords() {
        var notes = evidence.stream().map(Evidence::withoutWords).toList();
        var trail = amendments.stream()
                .map(entry ->
                        new Amended(ErasedWords.of(entry.amendment()), ErasedWords.gone(entry.reason()), entry.at()))
                .toList();
        var signed = lock.map(now -> new Lock(now.verdict(), ErasedWords.gone(now.summary()), now.at()));
        return new Sheet(interviewer, levels, traps, notes, signed, trail, reversals);
    }

    private Sheet relocked(java.util.function.UnaryOperator<Lock> change) {
        return new Sheet(interviewer, levels, traps, evidence, lock.map(change), amendments, reversals);
    }
}
