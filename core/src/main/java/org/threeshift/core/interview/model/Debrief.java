package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.threeshift.core.people.PersonId;

/**
 * The talk about the widest gaps, on everybody's screen at once.
 *
 * @param gaps            the widest first, at most {@link Limits#DEBRIEF_GAPS}
 * @param step            the gap that is talked about, by its index; the number of gaps for the joint sentence
 * @param since           when that step began
 * @param wording         the joint sentence as it stands
 * @param confirmed       who has confirmed exactly that wording
 * @param endedAt         absent while it goes on
 * @param candidateAbsent held among the interviewers alone
 */
public record Debrief(
        List<Gap> gaps,
        int step,
        Instant since,
        Optional<Wording> wording,
        Set<PersonId> confirmed,
        Optional<Instant> endedAt,
        boolean candidateAbsent) {
    public Debrief {
        gaps = List.copyOf(gaps);
        confirmed = Set.copyOf(confirmed);
    }

    /**
     * One wording of the joint sentence.
     *
     * @param number counted from 1
     */
    public record Wording(int number, String sentence, PersonId by, Instant at) {}

    static Debrief opened(List<Gap> gaps, Instant at) {
        return new Debrief(gaps, 0, at, Optional.empty(), Set.of(), Optional.empty(), false);
    }

    public boolean open() {
        return endedAt.isEmpty();
    }

    /** Absent at the joint sentence. */
    public Optional<Gap> gap() {
        return step < gaps.size() ? Optional.of(gaps.get(step)) : Optional.empty();
    }

    /**
     * The sentence that stays on the scorecard: confirmed by the candidate and an interviewer, or by an interviewer alone when
     * the debrief ended without the candidate.
     */
    public Optional<Wording> agreed(Setup setup) {
        boolean interviewers = confirmed.stream().anyMatch(setup::isInterviewer);
        boolean candidate = confirmed.stream().anyMatch(setup::isCandidate);
        return interviewers && (candidate || (candidateAbsent && !open())) ? wording : Optional.empty();
    }

    /** Without a sentence that one of these worded. */
    Debrief withoutWords(Predicate<PersonId> writers) {
        Optional<Wording> left = wording.map(words -> writers.test(words.by())
                ? new Wording(words.number(), ErasedWords.gone(words.sentence()), words.by(), words.at())
                : words);
        return new Debrief(gaps, step, since, left, confirmed, endedAt, candidateAbsent);
    }

    Debrief moved(int next, Instant at) {
        return new Debrief(gaps, next, at, wording, confirmed, endedAt, candidateAbsent);
    }

    Debrief worded(String sentence, PersonId by, Instant at) {
        var next = new Wording(wording.map(Wording::number).orElse(0) + 1, sentence, by, at);
        return new Debrief(gaps, step, since, Optional.of(next), Set.of(), endedAt, candidateAbsent);
    }

    Debrief confirmedBy(PersonId person) {
        var next = new HashSet<>(confirmed);
        next.add(person);
        return new Debrief(gaps, step, since, wording, next, endedAt, candidateAbsent);
    }

    Debrief ended(boolean withoutCandidate, Instant at) {
        return new Debrief(gaps, step, since, wording, confirmed, Optional.of(at), withoutCandidate);
    }
}
