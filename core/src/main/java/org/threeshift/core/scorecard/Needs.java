package org.threeshift.core.scorecard;

import static java.util.Comparator.comparingDouble;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.threeshift.core.rubric.Shift;

/**
 * The shifts that have a score, the one that needs practice most first: what the headline, the plan and the next session go by, so
 * that they never name different ones.
 *
 * <p>Where at least two shifts stand on three questions or more, only these are in it, by the lower ends of their bands, then by
 * their scores. Otherwise all are in it, by their scores alone: a band that stands on two questions begins almost anywhere, and
 * would make the least asked shift the lowest. Equal ones come in the order of the shifts.
 */
public record Needs(List<One> neediestFirst) {
    public Needs {
        neediestFirst = List.copyOf(neediestFirst);
    }

    /** A shift and its score. */
    public record One(Shift shift, Score.Scored score) {
        /** Whether it stands on so few questions that it is a hint and no finding. */
        boolean hint() {
            return score.basis().small();
        }

        double mean() {
            return score.mean();
        }

        /** Where its band begins. */
        double low() {
            return score.band().low();
        }
    }

    static Needs of(List<ShiftCard> shifts) {
        return of(shifts.stream().collect(Collectors.toMap(ShiftCard::shift, ShiftCard::score)));
    }

    /** @param scores those without a number are left out */
    public static Needs of(Map<Shift, Score> scores) {
        List<One> scored = scores.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Score.Scored)
                .map(entry -> new One(entry.getKey(), (Score.Scored) entry.getValue()))
                .toList();
        List<One> firm = scored.stream().filter(Predicate.not(One::hint)).toList();
        return firm.size() < 2
                ? new Needs(sorted(scored, comparingDouble(One::mean)))
                : new Needs(sorted(firm, comparingDouble(One::low).thenComparingDouble(One::mean)));
    }

    private static List<One> sorted(List<One> all, Comparator<One> order) {
        return all.stream().sorted(order.thenComparing(One::shift)).toList();
    }

    /** What to practise next; absent without any score. */
    public Optional<Shift> next() {
        return neediestFirst.stream().findFirst().map(One::shift);
    }

    /** What needs practice least: another one than {@link #next}, unless that is the only one. */
    Optional<One> strongest() {
        return neediestFirst.isEmpty() ? Optional.empty() : Optional.of(neediestFirst.getLast());
    }
}
