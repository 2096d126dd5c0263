package org.threeshift.core.interview.model;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.rubric.Shift;

/**
 * One answer on one shift that people judged differently.
 *
 * @param between whose judgements lie furthest apart there
 * @param levels  how far, in levels: above 0, at most 4
 */
public record Gap(String questionId, Shift shift, Between between, double levels) {
    /** Closer than that is agreement: levels are whole numbers. */
    static final double LEAST = 1;

    /** Whose judgements lie apart. */
    public enum Between {
        /** The candidate's own level and the mean of the interviewers. */
        SELF_AND_INTERVIEWERS,
        /** The lowest and the highest interviewer. */
        INTERVIEWERS
    }

    /**
     * The widest gaps, the widest first; equal ones in the order in which the questions were posed. One a shift of a question:
     * the wider of the two kinds. <em>Not observed</em> is no level and makes no gap.
     *
     * @param sheets those that count
     */
    static List<Gap> widest(Collection<Sheet> sheets, Optional<SelfScore> self, Agenda agenda, Course course) {
        var gaps = new ArrayList<Gap>();
        for (Course.Posed posed : course.posed()) {
            String question = posed.questionId();
            for (Shift shift : agenda.item(question).orElseThrow().shifts()) {
                on(question, shift, sheets, self).ifPresent(gaps::add);
            }
        }
        gaps.sort(comparingDouble(Gap::levels).reversed());
        return gaps.stream().limit(Limits.DEBRIEF_GAPS).toList();
    }

    private static Optional<Gap> on(String question, Shift shift, Collection<Sheet> sheets, Optional<SelfScore> self) {
        double[] given = sheets.stream()
                .flatMap(sheet -> sheet.level(question, shift).stream())
                .flatMapToInt(level -> level.value().stream())
                .asDoubleStream()
                .toArray();
        double apart = given.length == 0
                ? 0
                : DoubleStream.of(given).max().orElseThrow()
                        - DoubleStream.of(given).min().orElseThrow();
        double fromSelf = own(question, shift, self).stream()
                .flatMap(level -> DoubleStream.of(given).average().stream().map(mean -> Math.abs(level - mean)))
                .findFirst()
                .orElse(0);
        Gap widest = fromSelf >= apart
                ? new Gap(question, shift, Between.SELF_AND_INTERVIEWERS, fromSelf)
                : new Gap(question, shift, Between.INTERVIEWERS, apart);
        return widest.levels() >= LEAST ? Optional.of(widest) : Optional.empty();
    }

    private static OptionalDouble own(String question, Shift shift, Optional<SelfScore> self) {
        return self.stream()
                .flatMap(score -> score.ratings().stream())
                .filter(rating -> rating.questionId().equals(question) && rating.shift() == shift)
                .flatMapToInt(rating -> rating.level().value().stream())
                .asDoubleStream()
                .findFirst();
    }
}
