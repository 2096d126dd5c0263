package org.threeshift.core.interviewing;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.TDistribution;
import org.threeshift.core.analysis.PanelAgreement;
import org.threeshift.core.analysis.Rating;
import org.threeshift.core.analysis.Ratings;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Shift;

/**
 * How one interviewer's levels compare with those of others on the same answers. An answer is one shift of one question of one published
 * interview; what somebody did not observe is left out.
 */
public sealed interface Compared {
    /** Fewer answers than this say nothing about a person. */
    int LEAST_ANSWERS = 10;
    /** Neither do fewer interviews: each has a mood and a candidate of its own. */
    int LEAST_INTERVIEWS = 3;

    /** A level that counts, by whomever. */
    record Given(String interview, String question, Shift shift, PersonId interviewer, int level) {
        private String answer() {
            return interview + " " + question + " " + shift;
        }
    }

    /** Fewer than {@link #LEAST_ANSWERS} answers, or {@link #LEAST_INTERVIEWS} interviews. */
    record TooLittle(int answers, int interviews) implements Compared {}

    /**
     * @param others     how many other interviewers
     * @param same       share of comparisons with one other's level that are equal, 0 to 1
     * @param withinOne  share of those that are at most one level apart
     * @param apart      own level less the mean of the others, as the mean over interviews; below 0 is stricter
     * @param low        the lower end of its 95 % interval, by Student's t over the interviews' means
     * @param shifts     the same a shift, in the order of the shifts; only those with {@link #LEAST_ANSWERS} answers
     * @param agreement  of everybody who scored these answers, the person among them
     */
    record Found(
            int answers,
            int interviews,
            int others,
            double same,
            double withinOne,
            double apart,
            double low,
            double high,
            List<OnShift> shifts,
            PanelAgreement agreement)
            implements Compared {
        public Found {
            shifts = List.copyOf(shifts);
        }

        /** Whether the person is clearly stricter or milder: the interval leaves out 0. */
        public boolean clear() {
            return low > 0 || high < 0;
        }
    }

    /** @param apart own level less the mean of the others, as the mean over answers */
    record OnShift(Shift shift, int answers, double apart) {}

    /** One answer: the person's own level and those of the others. */
    record Answer(String interview, Shift shift, int own, List<Integer> others) {
        double apart() {
            return own - others.stream().mapToInt(Integer::intValue).average().orElseThrow();
        }
    }

    /** @param given on interviews in which the person and others scored; whatever only one of both sides scored is left out */
    static Compared of(PersonId person, Collection<Given> given) {
        Map<String, List<Given>> byAnswer = new TreeMap<>(given.stream().collect(groupingBy(Given::answer)));
        List<Answer> answers = new ArrayList<>();
        List<Rating> ratings = new ArrayList<>();
        for (List<Given> levels : byAnswer.values()) {
            List<Given> own = levels.stream()
                    .filter(one -> one.interviewer().equals(person))
                    .toList();
            List<Integer> others = levels.stream()
                    .filter(one -> !one.interviewer().equals(person))
                    .map(Given::level)
                    .toList();
            if (!own.isEmpty() && !others.isEmpty()) {
                Given mine = own.getFirst();
                answers.add(new Answer(mine.interview(), mine.shift(), mine.level(), others));
                levels.forEach(one -> ratings.add(
                        new Rating(one.answer(), "", one.interviewer().toString(), one.level())));
            }
        }
        Map<String, Double> means =
                answers.stream().collect(groupingBy(Answer::interview, averagingDouble(Answer::apart)));
        if (answers.size() < LEAST_ANSWERS || means.size() < LEAST_INTERVIEWS) {
            return new TooLittle(answers.size(), means.size());
        }
        return found(answers, means.values(), Ratings.of(ratings));
    }

    private static Found found(List<Answer> answers, Collection<Double> means, Ratings ratings) {
        double[] each = means.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double apart = Arrays.stream(each).sum() / each.length;
        double squares =
                Arrays.stream(each).map(mean -> (mean - apart) * (mean - apart)).sum();
        double half = new TDistribution(each.length - 1.0).inverseCumulativeProbability(0.975)
                * Math.sqrt(squares / (each.length - 1) / each.length);
        return new Found(
                answers.size(),
                each.length,
                ratings.raters() - 1,
                share(answers, 0),
                share(answers, 1),
                apart,
                apart - half,
                apart + half,
                Arrays.stream(Shift.values())
                        .map(shift -> answers.stream()
                                .filter(answer -> answer.shift() == shift)
                                .toList())
                        .filter(on -> on.size() >= LEAST_ANSWERS)
                        .map(on -> new OnShift(
                                on.getFirst().shift(),
                                on.size(),
                                on.stream().mapToDouble(Answer::apart).average().orElseThrow()))
                        .toList(),
                PanelAgreement.of(ratings));
    }

    private static double share(List<Answer> answers, int most) {
        return answers.stream()
                .flatMap(answer ->
                        answer.others().stream().map(other -> Math.abs(answer.own() - other) <= most ? 1.0 : 0.0))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }
}
