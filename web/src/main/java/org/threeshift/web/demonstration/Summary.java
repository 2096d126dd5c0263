package org.threeshift.web.demonstration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Verdict;
import org.threeshift.web.demonstration.Draft.Mark;

/**
 * The sentences under one sheet.
 *
 * @param number   0 for the first sheet on this candidate; each number starts elsewhere in the phrases
 * @param progress levels gained since the candidate's interview before; absent for the first one
 * @param single   whether the round holds one question only
 */
record Summary(
        Phrases phrases,
        long seed,
        String candidate,
        String name,
        int number,
        Optional<Double> progress,
        boolean single) {
    private static final double NOTICED = 0.2;

    /** Everything, what to practise included. */
    String whole(Draft draft) {
        return withoutPractice(draft) + " " + sentence(draft.verdict() + "-practice", practice(draft), Map.of());
    }

    String withoutPractice(Draft draft) {
        Optional<Mark> best = extreme(draft, Comparator.naturalOrder())
                .filter(mark -> mark.level().key() >= 4);
        Optional<Mark> worst = extreme(draft, Comparator.reverseOrder())
                .filter(mark -> mark.level().key() <= 2)
                .filter(mark -> best.filter(other -> other.question().equals(mark.question()))
                        .isEmpty());
        boolean favourable = draft.verdict().compareTo(Verdict.NO) > 0;
        return Stream.of(
                        Optional.of(sentence(draft.verdict().name(), verdicts(draft.verdict()), Map.of("name", name))),
                        best.map(mark -> about(mark, phrases.strongest(), "strongest")),
                        favourable ? remembered(draft, best, phrases.kept(), "kept") : Optional.<String>empty(),
                        worst.filter(_ -> !single).map(mark -> about(mark, phrases.weakest(), "weakest")),
                        favourable ? Optional.<String>empty() : remembered(draft, worst, phrases.missed(), "missed"),
                        draft.firstCaught()
                                .map(trap -> sentence(
                                        trap.recovered() ? "recovered" : "fell",
                                        trap.recovered() ? phrases.recovered() : phrases.fell(),
                                        Map.of("trap", trap.trapName()))),
                        progress.map(gained -> sentence("progress", progressed(gained), Map.of())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private Optional<String> remembered(Draft draft, Optional<Mark> mark, List<String> pool, String pools) {
        return mark.flatMap(draft::note).map(note -> sentence(pools, pool, Map.of("note", note)));
    }

    /** The mark that shows the shift with the highest mean best, or with the order reversed the lowest one. */
    private static Optional<Mark> extreme(Draft draft, Comparator<Double> order) {
        return shift(draft, order)
                .flatMap(shift -> draft.marks().stream()
                        .filter(mark -> mark.shift() == shift)
                        .max(Comparator.comparing(mark -> (double) mark.level().key(), order)));
    }

    private static Optional<Shift> shift(Draft draft, Comparator<Double> order) {
        return Arrays.stream(Shift.values())
                .filter(shift -> draft.mean(shift).isPresent())
                .max(Comparator.comparing(shift -> mean(draft, shift), order));
    }

    private static double mean(Draft draft, Shift shift) {
        OptionalDouble mean = draft.mean(shift);
        return mean.orElse(Level.THREE.key());
    }

    private String about(Mark mark, Map<Shift, List<String>> pool, String name) {
        return sentence(
                name,
                pool.getOrDefault(mark.shift(), List.of()),
                Map.of("question", mark.question().title()));
    }

    private List<String> verdicts(Verdict verdict) {
        return phrases.verdicts().getOrDefault(verdict, List.of());
    }

    private List<String> practice(Draft draft) {
        return phrases.practice()
                .getOrDefault(shift(draft, Comparator.reverseOrder()).orElse(Shift.STRATEGY), List.of());
    }

    private List<String> progressed(double gained) {
        if (gained > NOTICED) {
            return phrases.progress().further();
        }
        return gained < -NOTICED
                ? phrases.progress().back()
                : phrases.progress().level();
    }

    private String sentence(String name, List<String> pool, Map<String, String> gaps) {
        List<String> shuffled = Dice.of(seed, "summary", candidate, name).shuffled(pool);
        return Library.filled(shuffled.get(number % shuffled.size()), gaps);
    }
}
