package org.threeshift.core.opinion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.scorecard.QuestionCard;
import org.threeshift.core.scorecard.Scorecard;

/** A locked second opinion beside what the interviewers gave. */
public record Compared(Opinion opinion, Scorecard scorecard, List<Line> lines) {
    public Compared {
        lines = List.copyOf(lines);
    }

    /**
     * One shift of one question.
     *
     * @param own  the coach's
     * @param mean the interviewers', from 1 to 5; absent when nobody observed it
     */
    public record Line(QuestionCard question, Shift shift, Level own, OptionalDouble mean) {
        /** How far the coach's level lies above the interviewers' mean (below when negative), in levels. */
        public OptionalDouble gap() {
            return own.value().isPresent() && mean.isPresent()
                    ? OptionalDouble.of(own.value().getAsInt() - mean.getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    static Compared of(Opinion opinion, Scorecard scorecard) {
        return new Compared(
                opinion,
                scorecard,
                scorecard.questions().stream()
                        .flatMap(card -> card.shifts().stream()
                                .flatMap(levels -> opinion
                                        .level(card.question().id(), levels.shift())
                                        .map(own -> new Line(card, levels.shift(), own, levels.mean()))
                                        .stream()))
                        .toList());
    }

    /**
     * One trap of one question.
     *
     * @param own absent when the coach judged nothing, as where a trap came into the guide later
     */
    public record OnTrap(QuestionCard question, QuestionCard.TrapCard trap, Optional<TrapJudgement> own) {
        /** Whether the coach heard something else than the interviewers together. */
        public boolean differs() {
            return own.isPresent() && trap.overall().isPresent() && !own.equals(trap.overall());
        }
    }

    /** Traps that somebody judged, in the order of the questions. */
    public List<OnTrap> traps() {
        return scorecard.questions().stream()
                .flatMap(card -> card.traps().stream()
                        .map(trap -> new OnTrap(
                                card,
                                trap,
                                opinion.trap(card.question().id(), trap.trap().id()))))
                .filter(one -> one.own().isPresent() || one.trap().overall().isPresent())
                .toList();
    }

    /** The mean size of the gaps, in levels; absent when there is none to measure. */
    public OptionalDouble apart() {
        return lines.stream()
                .flatMapToDouble(line -> line.gap().stream())
                .map(Math::abs)
                .average();
    }

    /** How much higher the coach scored than the interviewers (lower when negative), in levels. */
    public OptionalDouble severity() {
        return lines.stream().flatMapToDouble(line -> line.gap().stream()).average();
    }

    /** The widest, where it is a level or more. */
    public Optional<Line> widest() {
        return lines.stream()
                .filter(line -> Math.abs(line.gap().orElse(0)) >= 1)
                .max(Comparator.comparingDouble(line -> Math.abs(line.gap().orElse(0))));
    }
}
