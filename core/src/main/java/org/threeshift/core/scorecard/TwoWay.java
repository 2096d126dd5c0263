package org.threeshift.core.scorecard;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * The error of a score when questions and interviewers both are samples: two-way random effects without replication,
 * level = μ + question + interviewer + rest.
 *
 * <p><em>When.</em> At least three questions on which at least two interviewers observed a level, and at least three
 * interviewers who observed at least two. Missing levels are allowed.
 *
 * <p><em>Variances.</em> Henderson's first method: the sums of squares T<sub>0</sub>, T<sub>q</sub>, T<sub>r</sub> and
 * T<sub>μ</sub> are set equal to what the model expects of them (C. R. Henderson, Estimation of variance and covariance
 * components, Biometrics 9, 1953, 226–252). Without missing levels this is the analysis of variance, σ²<sub>q</sub> =
 * (MS<sub>q</sub> − MS<sub>e</sub>) / m and σ²<sub>r</sub> = (MS<sub>r</sub> − MS<sub>e</sub>) / k for k questions and m
 * interviewers. A variance below 0 counts as 0.
 *
 * <p><em>Doubt.</em> The score is a weighted sum of the levels, each with w = 1 / (k · the levels on its question). Its variance
 * is σ²<sub>q</sub> Σ w<sub>q·</sub>² + σ²<sub>r</sub> Σ w<sub>·r</sub>² + σ²<sub>e</sub> Σ w², which without missing levels
 * is σ²<sub>q</sub>/k + σ²<sub>r</sub>/m + σ²<sub>e</sub>/(k m) = (MS<sub>q</sub> + MS<sub>r</sub> − MS<sub>e</sub>) / (k m).
 *
 * <p><em>Degrees of freedom.</em> Satterthwaite's 2 E² / Var of that estimate (F. E. Satterthwaite, An approximate distribution
 * of estimates of variance components, Biometrics Bulletin 2, 1946, 110–114). The estimate is a quadratic form y′Ay with mean
 * tr(AΣ) and variance 2 tr(AΣAΣ), so they are tr(AΣ)² / tr(AΣAΣ); without missing levels this is the familiar
 * (MS<sub>q</sub> + MS<sub>r</sub> − MS<sub>e</sub>)² / (MS<sub>q</sub>²/(k−1) + MS<sub>r</sub>²/(m−1) +
 * MS<sub>e</sub>²/((k−1)(m−1))).
 */
final class TwoWay {
    static final int LEAST_QUESTIONS = 3;
    static final int LEAST_INTERVIEWERS = 3;
    private static final int LEAST_LEVELS_EACH = 2;

    /** One observed level, by the numbers of its question and its interviewer. */
    private record Cell(int question, int interviewer, int level) {}

    private final List<Cell> cells;
    private final int[] onQuestion;
    private final int[] byInterviewer;

    private TwoWay(List<Cell> cells, int questions, int interviewers) {
        this.cells = cells;
        this.onQuestion = new int[questions];
        this.byInterviewer = new int[interviewers];
        cells.forEach(cell -> {
            onQuestion[cell.question()]++;
            byInterviewer[cell.interviewer()]++;
        });
    }

    /**
     * @param standardError in levels, more than 0
     * @param degrees       of freedom, rounded down, at least 1
     */
    record Doubt(double standardError, int degrees) {}

    /** Absent when there is not enough to tell the interviewers' variance, or when the levels show no variance at all. */
    static Optional<Doubt> of(Collection<Mark> marks) {
        List<Mark> observed =
                marks.stream().filter(mark -> mark.level().value().isPresent()).toList();
        List<String> questions =
                observed.stream().map(Mark::questionId).distinct().sorted().toList();
        List<PersonId> interviewers = interviewers(observed, questions);
        List<Cell> cells = observed.stream()
                .map(mark -> new Cell(
                        questions.indexOf(mark.questionId()),
                        interviewers.indexOf(mark.interviewer()),
                        mark.level().value().orElseThrow()))
                .sorted(Comparator.comparingInt(Cell::question).thenComparingInt(Cell::interviewer))
                .toList();
        var table = new TwoWay(cells, questions.size(), interviewers.size());
        return table.enough() ? table.error() : Optional.empty();
    }

    /** In an order that their levels alone decide, so that it cannot move the last bit of a sum who gave them. */
    private static List<PersonId> interviewers(List<Mark> observed, List<String> questions) {
        Map<PersonId, int[]> rows = new HashMap<>();
        observed.forEach(mark -> rows.computeIfAbsent(mark.interviewer(), _ -> new int[questions.size()])[
                        questions.indexOf(mark.questionId())] =
                mark.level().key());
        return rows.entrySet().stream()
                .sorted(Map.Entry.<PersonId, int[]>comparingByValue(Arrays::compare)
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean enough() {
        return many(onQuestion) >= LEAST_QUESTIONS && many(byInterviewer) >= LEAST_INTERVIEWERS;
    }

    private static long many(int[] counts) {
        return Arrays.stream(counts).filter(count -> count >= LEAST_LEVELS_EACH).count();
    }

    private Optional<Doubt> error() {
        double[][] expected = expected();
        double determinant = determinant(expected);
        if (Math.abs(determinant) < 1e-9) {
            return Optional.empty();
        }
        double[] sums = sums();
        double[] variances = new double[3];
        double[] share = new double[3];
        double[] weights = weights();
        for (int index = 0; index < 3; index++) {
            variances[index] = Math.max(0, determinant(column(expected, index, sums)) / determinant);
            share[index] = determinant(column(transposed(expected), index, weights)) / determinant;
        }
        double variance = dot(weights, variances);
        return variance < 1e-12
                ? Optional.empty()
                : Optional.of(new Doubt(
                        Math.sqrt(variance), StudentT.whole(variance * variance / squares(share, variances))));
    }

    /** Sums of squares: between questions, between interviewers, and the rest. */
    private double[] sums() {
        double[] question = new double[onQuestion.length];
        double[] interviewer = new double[byInterviewer.length];
        double all = 0;
        double squares = 0;
        for (Cell cell : cells) {
            question[cell.question()] += cell.level();
            interviewer[cell.interviewer()] += cell.level();
            all += cell.level();
            squares += cell.level() * (double) cell.level();
        }
        double mean = all * all / cells.size();
        double questions = uncorrected(question, onQuestion);
        double interviewers = uncorrected(interviewer, byInterviewer);
        return new double[] {questions - mean, interviewers - mean, squares - questions - interviewers + mean};
    }

    private static double uncorrected(double[] sums, int[] counts) {
        double total = 0;
        for (int index = 0; index < sums.length; index++) {
            total += sums[index] * sums[index] / counts[index];
        }
        return total;
    }

    /** A row a sum of squares: what of it the variance of questions, of interviewers and of the rest makes on average. */
    private double[][] expected() {
        double levels = cells.size();
        double questions = onQuestion.length;
        double interviewers = byInterviewer.length;
        double perQuestion = squared(onQuestion) / levels;
        double perInterviewer = squared(byInterviewer) / levels;
        return new double[][] {
            {levels - perQuestion, questions - perInterviewer, questions - 1},
            {interviewers - perQuestion, levels - perInterviewer, interviewers - 1},
            {perQuestion - interviewers, perInterviewer - questions, levels - questions - interviewers + 1}
        };
    }

    private static double squared(int[] counts) {
        return Arrays.stream(counts)
                .mapToDouble(count -> (double) count * count)
                .sum();
    }

    /** How much of each variance is in the variance of the score. */
    private double[] weights() {
        double questions = onQuestion.length;
        double[] interviewer = new double[byInterviewer.length];
        double rest = 0;
        for (Cell cell : cells) {
            double weight = 1 / (questions * onQuestion[cell.question()]);
            interviewer[cell.interviewer()] += weight;
            rest += weight * weight;
        }
        return new double[] {
            1 / questions,
            Arrays.stream(interviewer).map(weight -> weight * weight).sum(),
            rest
        };
    }

    /**
     * tr(AΣAΣ).
     *
     * @param share how much of each sum of squares is in the estimate y′Ay
     */
    private double squares(double[] share, double[] variances) {
        int size = cells.size();
        double[][] product = new double[size][size];
        double[][] form = new double[size][];
        for (int row = 0; row < size; row++) {
            form[row] = form(row, share);
        }
        for (int row = 0; row < size; row++) {
            for (int between = 0; between < size; between++) {
                for (int column = 0; column < size; column++) {
                    product[row][column] += form[row][between] * covariance(between, column, variances);
                }
            }
        }
        double trace = 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                trace += product[row][column] * product[column][row];
            }
        }
        return trace;
    }

    private double[] form(int row, double[] share) {
        Cell one = cells.get(row);
        double[] line = new double[cells.size()];
        for (int column = 0; column < line.length; column++) {
            Cell other = cells.get(column);
            double question = one.question() == other.question() ? 1.0 / onQuestion[one.question()] : 0;
            double interviewer = one.interviewer() == other.interviewer() ? 1.0 / byInterviewer[one.interviewer()] : 0;
            double mean = 1.0 / line.length;
            double same = row == column ? 1 : 0;
            line[column] = share[0] * (question - mean)
                    + share[1] * (interviewer - mean)
                    + share[2] * (same - question - interviewer + mean);
        }
        return line;
    }

    private double covariance(int row, int column, double[] variances) {
        Cell one = cells.get(row);
        Cell other = cells.get(column);
        return (one.question() == other.question() ? variances[0] : 0)
                + (one.interviewer() == other.interviewer() ? variances[1] : 0)
                + (row == column ? variances[2] : 0);
    }

    private static double determinant(double[][] of) {
        return of[0][0] * (of[1][1] * of[2][2] - of[1][2] * of[2][1])
                - of[0][1] * (of[1][0] * of[2][2] - of[1][2] * of[2][0])
                + of[0][2] * (of[1][0] * of[2][1] - of[1][1] * of[2][0]);
    }

    private static double[][] column(double[][] of, int index, double[] values) {
        double[][] changed = new double[3][];
        for (int row = 0; row < 3; row++) {
            changed[row] = of[row].clone();
            changed[row][index] = values[row];
        }
        return changed;
    }

    private static double[][] transposed(double[][] of) {
        double[][] turned = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                turned[row][column] = of[column][row];
            }
        }
        return turned;
    }

    private static double dot(double[] one, double[] other) {
        return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
    }
}
