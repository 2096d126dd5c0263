package org.threeshift.core.scorecard;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.scorecard.Practice.Repeat;
import org.threeshift.core.scorecard.Practice.Rule;
import org.threeshift.core.scorecard.QuestionCard.ShiftLevels;
import org.threeshift.core.scorecard.QuestionCard.TrapCard;

/**
 * What to practise next: at most three things, each by its own rule.
 *
 * <ol>
 *   <li><em>Lowest shift</em>, within 3 days: the shift that {@link Needs} names next, as the headline does: the one whose band
 *       begins lowest, of those with enough answers; on the question where it was lowest, the earlier one first. When another
 *       shift has the lower score, the item says how low this one may be, or that it is the lowest with enough answers. Without any score the item asks for a round with
 *       more questions instead, within 7 days, on the shift with the fewest levels.
 *   <li><em>Trap</em>, after 14 days, when the answer is no longer remembered word for word: a trap that somebody fell into,
 *       the one that most interviewers heard, then the earlier one; otherwise one that they recovered from. None when all
 *       were avoided.
 *   <li><em>Level up</em>, within 7 days: the shift of a question whose mean lies nearest below its next anchor; of equally
 *       near ones a question that no other item repeats, then its primary shift, then the earlier question. Not the very one
 *       of the first item.
 * </ol>
 *
 * <p>An item is tentative when its shift stands on fewer than three questions, its trap was judged differently by different
 * interviewers, or its level was given by one interviewer only.
 *
 * @param published the date of publication, from which the others count
 */
record PracticePlan(List<ShiftCard> shifts, List<QuestionCard> questions, LocalDate published) {
    static final int DAYS_FOR_SHIFT = 3;
    static final int DAYS_FOR_LEVEL = 7;
    static final int DAYS_BEFORE_TRAP = 14;

    List<Practice> items() {
        Optional<Spot> lowest = lowestShift().flatMap(this::lowestQuestion);
        var items = new ArrayList<Practice>();
        items.add(lowestShift().map(card -> lowestShift(card, lowest)).orElseGet(this::moreQuestions));
        trap().ifPresent(items::add);
        Set<String> repeated = items.stream()
                .flatMap(item -> item.question().stream())
                .map(Repeat::questionId)
                .collect(Collectors.toSet());
        levelUp(lowest, repeated).ifPresent(items::add);
        return List.copyOf(items);
    }

    private Optional<ShiftCard> lowestShift() {
        return Needs.of(shifts)
                .next()
                .flatMap(next ->
                        shifts.stream().filter(card -> card.shift() == next).findFirst());
    }

    private Optional<Spot> lowestQuestion(ShiftCard card) {
        return spots().filter(spot -> spot.levels().shift() == card.shift()).min(comparingDouble(Spot::mean));
    }

    private Practice lowestShift(ShiftCard card, Optional<Spot> where) {
        String key = Sentences.key(card.shift());
        return new Practice(
                Rule.LOWEST_SHIFT,
                Optional.of(card.shift()),
                label(card),
                Sentences.text("practice." + key + ".title"),
                Sentences.text("practice." + key + ".doing"),
                where.map(Spot::repeat),
                published.plusDays(DAYS_FOR_SHIFT),
                card.score().basis().small());
    }

    private String label(ShiftCard card) {
        List<ShiftCard> scored =
                shifts.stream().filter(each -> each.score().value().isPresent()).toList();
        if (scored.size() == 1) {
            return Sentences.text("practice.only-shift", name(card));
        }
        List<ShiftCard> lower =
                scored.stream().filter(each -> score(each) < score(card)).toList();
        if (lower.isEmpty()) {
            return Sentences.text("practice.lowest-shift", name(card));
        }
        return lower.stream().allMatch(each -> each.score().basis().small())
                ? Sentences.text("practice.firm-shift", name(card))
                : Sentences.text("practice.doubtful-shift", name(card), GapChart.number(lowEnd(card)));
    }

    private static double score(ShiftCard card) {
        return card.score().value().orElseThrow();
    }

    private static double lowEnd(ShiftCard card) {
        return card.score() instanceof Score.Scored(var _, var band, var _) ? band.low() : Double.MAX_VALUE;
    }

    private Practice moreQuestions() {
        ShiftCard card = shifts.stream()
                .min(comparingInt(each -> each.score().basis().levels()))
                .orElseThrow();
        return new Practice(
                Rule.MORE_QUESTIONS,
                Optional.of(card.shift()),
                Sentences.text("practice.more-questions", name(card)),
                Sentences.text("practice.more-questions.title"),
                Sentences.text(
                        "practice.more-questions.doing",
                        name(card),
                        card.score().basis().levels()),
                questions.stream()
                        .filter(question -> question.on(card.shift()).isPresent())
                        .map(question -> repeat(question.question()))
                        .findFirst(),
                published.plusDays(DAYS_FOR_LEVEL),
                true);
    }

    private Optional<Practice> trap() {
        return trap(TrapJudgement.FELL).or(() -> trap(TrapJudgement.RECOVERED));
    }

    private Optional<Practice> trap(TrapJudgement judgement) {
        return questions.stream()
                .flatMap(question -> question.traps().stream().map(trap -> new Caught(question.question(), trap)))
                .filter(caught ->
                        caught.trap().overall().filter(judgement::equals).isPresent())
                .min(comparingLong(caught -> -caught.heard(judgement)))
                .map(caught -> caught.practice(judgement, published.plusDays(DAYS_BEFORE_TRAP)));
    }

    private Optional<Practice> levelUp(Optional<Spot> taken, Set<String> repeated) {
        return spots().filter(spot -> spot.levels().next().isPresent())
                .filter(spot -> taken.filter(spot::equals).isEmpty())
                .min(comparingDouble(Spot::distance)
                        .thenComparing(spot -> repeated.contains(spot.question().id()))
                        .thenComparing(spot -> !spot.primary()))
                .map(spot -> spot.practice(published.plusDays(DAYS_FOR_LEVEL)));
    }

    private Stream<Spot> spots() {
        return questions.stream()
                .flatMap(question -> question.shifts().stream()
                        .filter(levels -> levels.mean().isPresent())
                        .map(levels -> new Spot(question.question(), levels)));
    }

    private static String name(ShiftCard card) {
        return Sentences.text("shift." + Sentences.key(card.shift()));
    }

    private static Repeat repeat(Question question) {
        return new Repeat(question.id(), question.title(), question.prompt(), Optional.empty());
    }

    private record Caught(Question question, TrapCard trap) {
        long heard(TrapJudgement judgement) {
            return trap.judged().stream()
                    .filter(one -> one.judgement() == judgement)
                    .count();
        }

        Practice practice(TrapJudgement judgement, LocalDate on) {
            return new Practice(
                    Rule.TRAP,
                    Optional.empty(),
                    Sentences.text("practice.trap", trap.trap().name()),
                    Sentences.text("practice.trap." + Sentences.key(judgement) + ".title", question.title()),
                    Sentences.text(
                            "practice.trap.doing",
                            question.strategicAnswer().holds().getFirst()),
                    Optional.of(new Repeat(
                            question.id(),
                            question.title(),
                            question.prompt(),
                            Optional.of(trap.trap().family()))),
                    on,
                    !trap.unanimous());
        }
    }

    /** A shift of a question that has a mean. */
    private record Spot(Question question, ShiftLevels levels) {
        double mean() {
            return levels.mean().orElseThrow();
        }

        /** To the next whole level, more than 0 and at most 1. */
        double distance() {
            return Math.floor(mean()) + 1 - mean();
        }

        boolean primary() {
            return levels.shift() == question.primary();
        }

        Repeat repeat() {
            return PracticePlan.repeat(question);
        }

        Practice practice(LocalDate on) {
            var next = levels.next().orElseThrow();
            long observed = levels.given().stream()
                    .filter(given -> given.level().value().isPresent())
                    .count();
            return new Practice(
                    Rule.LEVEL_UP,
                    Optional.of(levels.shift()),
                    Sentences.text(
                            "practice.level-up",
                            Sentences.text("shift." + Sentences.key(levels.shift())),
                            next.level().key() - 1,
                            next.level().key()),
                    Sentences.text("practice.level-up.title", question.title()),
                    Sentences.text("practice.level-up.doing", next.level().key(), next.text()),
                    Optional.of(repeat()),
                    on,
                    observed < 2);
        }
    }
}
