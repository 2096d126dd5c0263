package org.threeshift.core.scorecard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.scorecard.Practice.Repeat;
import org.threeshift.core.scorecard.Practice.Rule;

/**
 * What became of an interview's plan in the next interview: what was done, and what recurs.
 *
 * <ul>
 *   <li><em>Lowest shift</em> recurs when it is the lowest again, and helped when another one is. Without a score now there is
 *       nothing to tell.
 *   <li><em>More questions</em> recurs when the shift has no score still.
 *   <li><em>Trap</em> recurs when they stepped into the same family as deep as then or deeper, on any question; nothing to tell
 *       when no such trap was judged.
 *   <li><em>Level up</em> recurs when the same question came again and its mean stays below the level that was aimed at; nothing
 *       to tell when it did not come.
 * </ul>
 */
public record PlanReview(List<Followed> items) {
    public PlanReview {
        items = List.copyOf(items);
    }

    /** What the next interview shows. */
    public enum Sequel {
        HELPED,
        RECURS,
        NOT_ASKED
    }

    /** @param done whether the candidate ticked it off before the interview */
    public record Followed(Practice item, boolean done, Sequel sequel) {}

    /** @param done keys of the items of the plan before that were ticked off in time */
    static PlanReview of(Scorecard before, Set<String> done, Scorecard now) {
        return new PlanReview(before.practice().stream()
                .map(item -> new Followed(item, done.contains(item.key()), sequel(item, before, now)))
                .toList());
    }

    private static Sequel sequel(Practice item, Scorecard before, Scorecard now) {
        return switch (item.rule()) {
            case LOWEST_SHIFT -> lowestShift(item, now);
            case MORE_QUESTIONS ->
                now.on(item.shift().orElseThrow()).score().value().isPresent() ? Sequel.HELPED : Sequel.RECURS;
            case TRAP -> trap(item, before, now);
            case LEVEL_UP -> levelUp(item, before, now);
        };
    }

    private static Sequel lowestShift(Practice item, Scorecard now) {
        if (now.on(item.shift().orElseThrow()).score().value().isEmpty()) {
            return Sequel.NOT_ASKED;
        }
        return now.practice().stream()
                        .anyMatch(next ->
                                next.rule() == Rule.LOWEST_SHIFT && next.shift().equals(item.shift()))
                ? Sequel.RECURS
                : Sequel.HELPED;
    }

    private static Sequel trap(Practice item, Scorecard before, Scorecard now) {
        String family = item.question().flatMap(Repeat::trapFamily).orElse("");
        TrapTally then = tally(before, family);
        TrapTally again = tally(now, family);
        if (again.total() == 0) {
            return Sequel.NOT_ASKED;
        }
        boolean asDeep = again.fell() > 0 || (again.recovered() > 0 && then.fell() == 0);
        return asDeep ? Sequel.RECURS : Sequel.HELPED;
    }

    private static TrapTally tally(Scorecard card, String family) {
        return new TrapTally(
                count(card, family, TrapJudgement.AVOIDED),
                count(card, family, TrapJudgement.RECOVERED),
                count(card, family, TrapJudgement.FELL));
    }

    private static int count(Scorecard card, String family, TrapJudgement judgement) {
        return (int) card.questions().stream()
                .flatMap(question -> question.traps().stream())
                .filter(trap -> trap.trap().family().equals(family)
                        && trap.overall().filter(judgement::equals).isPresent())
                .count();
    }

    private static Sequel levelUp(Practice item, Scorecard before, Scorecard now) {
        double aim = mean(item, before).map(then -> Math.floor(then) + 1).orElseThrow();
        return mean(item, now)
                .map(mean -> mean >= aim ? Sequel.HELPED : Sequel.RECURS)
                .orElse(Sequel.NOT_ASKED);
    }

    private static Optional<Double> mean(Practice item, Scorecard card) {
        return card.questions().stream()
                .filter(question -> item.question()
                        .filter(repeat ->
                                repeat.questionId().equals(question.question().id()))
                        .isPresent())
                .flatMap(question -> question.on(item.shift().orElseThrow()).stream())
                .flatMapToDouble(levels -> levels.mean().stream())
                .boxed()
                .findFirst();
    }
}
