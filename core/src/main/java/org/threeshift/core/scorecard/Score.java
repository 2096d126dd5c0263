package org.threeshift.core.scorecard;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.threeshift.core.rubric.Level;

/** A number that says how sure it is, or the plain statement that there is too little to say. */
public sealed interface Score {
    /** Fewer observed levels than this are no score. */
    int LEAST_LEVELS = 3;

    /** Counts up whenever the same levels give another score or band: what is stored of an earlier one is then made again. */
    int METHOD = 1;

    Basis basis();

    /** The number, absent when there is too little to say. */
    OptionalDouble value();

    /**
     * A mean of means with its uncertainty.
     *
     * @param mean from 1 to 5
     * @param band contains the mean
     */
    record Scored(double mean, Band band, Basis basis) implements Score {
        public Scored {
            if (!band.contains(mean)) {
                throw new IllegalArgumentException("A score of " + mean + " lies outside its band " + band);
            }
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.of(mean);
        }
    }

    /** Not enough was observed. On purpose there is no number here that a page could show after all. */
    record TooLittle(Basis basis) implements Score {
        public Reason reason() {
            if (basis.probed() == 0) {
                return Reason.NOT_PROBED;
            }
            return basis.levels() == 0 ? Reason.NOT_OBSERVED : Reason.FEW_LEVELS;
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.empty();
        }
    }

    /** Why there is no number. */
    enum Reason {
        /** No question that was posed probes it. */
        NOT_PROBED,
        /** It was probed, and nobody observed it. */
        NOT_OBSERVED,
        /** Fewer than three levels. */
        FEW_LEVELS
    }

    /**
     * What a score stands on.
     *
     * @param probed       questions posed that probe it
     * @param questions    questions on which somebody observed a level
     * @param levels       observed levels, over all questions and interviewers
     * @param notObserved  how often somebody said that they could not observe it
     * @param interviewers how many gave at least one observed level
     */
    record Basis(int probed, int questions, int levels, int notObserved, int interviewers) {
        /** Whether this is so little that what follows from it is a hint at most. */
        boolean small() {
            return questions < 3;
        }
    }

    /**
     * The mean over questions of the mean over interviewers. Every question weighs the same, however many observed it.
     *
     * @param marks the judgements of one shift; those not observed count in the basis and nowhere else
     */
    static Score of(Collection<Mark> marks) {
        List<Double> means = Mark.byQuestion(marks).stream()
                .map(Mark::mean)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return of(means, Mark.basis(marks), (mean, each) -> Band.around(mean, each, marks));
    }

    /** As above, from the means of the questions, each from 1 to 5. */
    static Score of(Collection<Double> questionMeans, Basis basis) {
        return of(questionMeans, basis, Band::around);
    }

    private static Score of(
            Collection<Double> questionMeans, Basis basis, BiFunction<Double, List<Double>, Band> doubt) {
        if (basis.levels() < LEAST_LEVELS) {
            return new TooLittle(basis);
        }
        // In ascending order, so that the order in which questions come in cannot move the last bit of the sum.
        List<Double> means = questionMeans.stream().sorted().toList();
        double sum = means.stream().mapToDouble(Double::doubleValue).sum();
        double mean = Math.clamp(sum / means.size(), Level.LOWEST, Level.HIGHEST);
        return new Scored(mean, doubt.apply(mean, means), basis);
    }
}
