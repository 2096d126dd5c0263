package org.threeshift.core.scorecard;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Course.Height;
import org.threeshift.core.interview.model.Course.Posed;
import org.threeshift.core.interview.model.Course.Probe;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.scorecard.QuestionCard.Anchor;
import org.threeshift.core.scorecard.QuestionCard.Given;
import org.threeshift.core.scorecard.QuestionCard.Judged;
import org.threeshift.core.scorecard.QuestionCard.Note;
import org.threeshift.core.scorecard.QuestionCard.ShiftLevels;
import org.threeshift.core.scorecard.QuestionCard.TrapCard;

/** Reads what all locked sheets say about one question. */
record QuestionReading(Instant startedAt, List<Sheet> sheets, List<SelfRating> self) {
    /** The mildest first. */
    private static final List<TrapJudgement> SEVERITY =
            List.of(TrapJudgement.AVOIDED, TrapJudgement.RECOVERED, TrapJudgement.FELL);

    QuestionCard card(int number, Posed posed, Question question) {
        return new QuestionCard(
                number,
                question,
                Duration.between(startedAt, posed.at()),
                posed.spent(),
                question.shifts().stream()
                        .map(shift -> levels(shift, posed, question))
                        .toList(),
                question.traps().stream().map(trap -> trap(question, trap)).toList(),
                evidence(question),
                posed.probes().stream().map(Probe::rung).sorted().toList(),
                held(posed));
    }

    private ShiftLevels levels(Shift shift, Posed posed, Question question) {
        List<Given> given = sheets.stream()
                .flatMap(sheet ->
                        sheet.level(question.id(), shift).stream().map(level -> new Given(sheet.interviewer(), level)))
                .toList();
        OptionalDouble mean =
                given.stream().flatMapToInt(one -> one.level().value().stream()).average();
        Optional<Level> met = mean.isPresent() ? Optional.of(Level.ofKey((int) mean.getAsDouble())) : Optional.empty();
        return new ShiftLevels(
                shift,
                given,
                mean,
                self.stream()
                        .filter(rating -> rating.questionId().equals(question.id()) && rating.shift() == shift)
                        .map(SelfRating::level)
                        .findFirst(),
                met.flatMap(level -> anchor(question, shift, level)),
                met.filter(level -> level != Level.FIVE)
                        .flatMap(level -> anchor(question, shift, Level.ofKey(level.key() + 1))),
                Times.median(posed.heights().stream()
                        .filter(height -> height.shift() == shift && counts(height.by()))
                        .map(Height::after)
                        .toList()));
    }

    /** A shadow's marks do not, and neither does what belongs to a sheet that was left out. */
    private boolean counts(PersonId person) {
        return sheets.stream().anyMatch(sheet -> sheet.interviewer().equals(person));
    }

    private static Optional<Anchor> anchor(Question question, Shift shift, Level level) {
        return Optional.ofNullable(
                        question.anchors().getOrDefault(shift, Map.of()).get(level))
                .map(text -> new Anchor(level, text));
    }

    private TrapCard trap(Question question, Question.Trap trap) {
        List<Judged> judged = sheets.stream()
                .flatMap(sheet -> sheet.trap(question.id(), trap.id()).stream()
                        .map(judgement -> new Judged(sheet.interviewer(), judgement)))
                .toList();
        return new TrapCard(trap, judged, overall(judged.stream().map(Judged::judgement)));
    }

    /** What most said; of equally many the worse. */
    static Optional<TrapJudgement> overall(Stream<TrapJudgement> judged) {
        return judged.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<TrapJudgement, Long>comparingByValue()
                        .thenComparing(Map.Entry::getKey, comparingInt(SEVERITY::indexOf)))
                .map(Map.Entry::getKey);
    }

    private List<Note> evidence(Question question) {
        return sheets.stream()
                .flatMap(sheet -> sheet.evidenceFor(question.id()).stream()
                        .map(note -> new Note(
                                sheet.interviewer(),
                                note.text(),
                                Duration.between(startedAt, note.at()),
                                note.revisedAt().isPresent())))
                .sorted(comparing(Note::after))
                .toList();
    }

    private Optional<Rung> held(Posed posed) {
        return posed.probes().stream()
                .filter(probe -> probe.held().orElse(false) && counts(probe.by()))
                .map(Probe::rung)
                .max(Comparator.naturalOrder());
    }
}
