package org.threeshift.core.following;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.threeshift.core.following.SessionReport.Quality;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.rubric.Level;

/**
 * Which questions separate people. Classical item analysis (L. Crocker and J. Algina, Introduction to Classical and Modern Test
 * Theory, 1986, chapter 14) of the mean levels that answers got.
 *
 * <p><em>Difficulty</em> is the mean level as a share of the scale, (mean − 1) / 4: the higher, the easier.
 *
 * <p><em>Discrimination</em> is the corrected item–total correlation (S. Henrysson, Correction of item-total correlations in item
 * analysis, Psychometrika 28, 1963): Pearson's correlation, over interviews, of the question's level with the mean level of the
 * <em>other</em> questions of the same interview, so that a question is not compared with itself. The others' mean stands for their
 * sum because interviews ask different numbers of questions. An interview counts when at least {@value #LEAST_OTHERS} others were
 * observed in it. Below {@value #LEAST_INTERVIEWS} interviews, and where either side never varies, there is too little to say.
 */
public final class ItemAnalysis {
    public static final int LEAST_INTERVIEWS = 10;
    public static final int LEAST_OTHERS = 2;
    /** From here on a question separates people; below {@link #HARDLY} it hardly does (R. L. Ebel, 1965). */
    public static final double SEPARATES = 0.3;

    public static final double HARDLY = 0.2;

    private ItemAnalysis() {}

    /** A question's mean level in one interview, from 1 to 5. */
    record Answer<Q extends Comparable<Q>>(InterviewId interview, Q question, double level) {}

    static <Q extends Comparable<Q>> Map<Q, Quality> of(Collection<Answer<Q>> answers) {
        Map<InterviewId, List<Answer<Q>>> byInterview =
                answers.stream().collect(Collectors.groupingBy(Answer::interview));
        Map<Q, Quality> qualities = new TreeMap<>();
        answers.stream()
                .collect(Collectors.groupingBy(Answer::question))
                .forEach((question, own) -> qualities.put(question, quality(own, byInterview)));
        return qualities;
    }

    private static <Q extends Comparable<Q>> Quality quality(
            List<Answer<Q>> own, Map<InterviewId, List<Answer<Q>>> byInterview) {
        double mean = own.stream().mapToDouble(Answer::level).average().orElseThrow();
        List<Pair> pairs = own.stream()
                .map(answer -> Map.entry(answer, byInterview.getOrDefault(answer.interview(), List.of())))
                .filter(entry -> entry.getValue().size() > LEAST_OTHERS)
                .map(entry -> new Pair(entry.getKey().level(), others(entry.getKey(), entry.getValue())))
                .toList();
        return new Quality(
                own.size(),
                (mean - Level.LOWEST) / (Level.HIGHEST - Level.LOWEST),
                pairs.size() < LEAST_INTERVIEWS ? OptionalDouble.empty() : correlation(pairs),
                pairs.size());
    }

    private static <Q extends Comparable<Q>> double others(Answer<Q> answer, List<Answer<Q>> all) {
        return all.stream()
                .filter(other -> !other.question().equals(answer.question()))
                .mapToDouble(Answer::level)
                .average()
                .orElseThrow();
    }

    private record Pair(double one, double other) {}

    /** Pearson's; absent where either side never varies. */
    private static OptionalDouble correlation(List<Pair> pairs) {
        double meanOne = pairs.stream().mapToDouble(Pair::one).average().orElseThrow();
        double meanOther = pairs.stream().mapToDouble(Pair::other).average().orElseThrow();
        double squaresOne = pairs.stream()
                .mapToDouble(pair -> (pair.one() - meanOne) * (pair.one() - meanOne))
                .sum();
        double squaresOther = pairs.stream()
                .mapToDouble(pair -> (pair.other() - meanOther) * (pair.other() - meanOther))
                .sum();
        double products = pairs.stream()
                .mapToDouble(pair -> (pair.one() - meanOne) * (pair.other() - meanOther))
                .sum();
        double size = Math.sqrt(squaresOne * squaresOther);
        return size < 1e-9 ? OptionalDouble.empty() : OptionalDouble.of(Math.clamp(products / size, -1, 1));
    }
}
