package org.threeshift.core.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.Tally;
import org.threeshift.core.interview.TallyRows;
import org.threeshift.core.interview.TallyRows.OfQuestion;
import org.threeshift.core.interview.TallyRows.OfShift;
import org.threeshift.core.interview.TallyRows.OfTrap;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.interview.model.Sheet.TrapKey;
import org.threeshift.core.rubric.Shift;

/** The same numbers as on the scorecard, by the same {@link Score}. */
@Component
final class PublishedTally implements Tally {
    /** Counts up with {@link Score#METHOD}, and whenever the rows hold something that they did not hold before. */
    private static final int METHOD = Score.METHOD + 1;

    @Override
    public int method() {
        return METHOD;
    }

    @Override
    public TallyRows of(Interview.Published interview) {
        List<Sheet> sheets = interview.counting();
        List<SelfRating> self = interview.selfScore().map(SelfScore::ratings).orElse(List.of());
        return new TallyRows(
                Arrays.stream(Shift.values())
                        .map(shift -> shift(shift, marks(sheets, shift), self))
                        .collect(Collectors.toUnmodifiableSet()),
                questions(sheets),
                traps(sheets));
    }

    private static List<Mark> marks(List<Sheet> sheets, Shift shift) {
        return sheets.stream()
                .flatMap(sheet -> sheet.levels().entrySet().stream()
                        .filter(entry -> entry.getKey().shift() == shift)
                        .map(entry -> new Mark(entry.getKey().questionId(), sheet.interviewer(), entry.getValue())))
                .toList();
    }

    private static OfShift shift(Shift shift, List<Mark> marks, List<SelfRating> self) {
        Score score = Score.of(marks);
        Optional<Band> band = score instanceof Score.Scored scored ? Optional.of(scored.band()) : Optional.empty();
        var basis = score.basis();
        SelfGap gap = SelfGap.of(shift, marks, self);
        return new OfShift(
                shift.name(),
                METHOD,
                score.value(),
                band.map(one -> OptionalDouble.of(one.low())).orElse(OptionalDouble.empty()),
                band.map(one -> OptionalDouble.of(one.high())).orElse(OptionalDouble.empty()),
                band.map(one -> one.method().name()),
                band.filter(one -> Double.isFinite(one.standardError()))
                        .map(one -> OptionalDouble.of(one.standardError()))
                        .orElse(OptionalDouble.empty()),
                band.map(one -> OptionalInt.of(one.degrees())).orElse(OptionalInt.empty()),
                basis.probed(),
                basis.questions(),
                basis.levels(),
                basis.notObserved(),
                marks.stream()
                        .filter(mark -> mark.level().value().isPresent())
                        .map(mark -> mark.interviewer().value())
                        .collect(Collectors.toUnmodifiableSet()),
                Fold.selfScore(self, shift),
                gap.pairs(),
                gap.gap());
    }

    private static Set<OfQuestion> questions(List<Sheet> sheets) {
        Map<String, Map<Shift, List<Mark>>> byQuestion = sheets.stream()
                .flatMap(sheet -> sheet.levels().entrySet().stream()
                        .map(entry -> Map.entry(
                                entry.getKey().shift(),
                                new Mark(entry.getKey().questionId(), sheet.interviewer(), entry.getValue()))))
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().questionId(),
                        Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
        return byQuestion.entrySet().stream()
                .map(entry -> question(entry.getKey(), entry.getValue()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static OfQuestion question(String id, Map<Shift, List<Mark>> marks) {
        // In ascending order, so that no map's order moves the last bit.
        OptionalDouble mean = marks.values().stream()
                .flatMapToDouble(ofShift -> Mark.mean(ofShift).stream())
                .sorted()
                .average();
        List<Mark> all = marks.values().stream().flatMap(List::stream).toList();
        return new OfQuestion(id, METHOD, mean, Mark.basis(all).levels());
    }

    private static Set<OfTrap> traps(List<Sheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> sheet.traps().keySet().stream())
                .distinct()
                .flatMap(key -> trap(key, sheets).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<OfTrap> trap(TrapKey key, List<Sheet> sheets) {
        return QuestionReading.overall(
                        sheets.stream().flatMap(sheet -> sheet.trap(key.questionId(), key.trapId()).stream()))
                .map(outcome -> new OfTrap(key.questionId(), key.trapId(), METHOD, outcome.name()));
    }
}
