package org.threeshift.core.scorecard;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Debrief;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Skill;

/** Computes a scorecard. Sheets come in the order of their interviewers' ids, so that no map's order leaks into it. */
final class Fold {
    private final InterviewId id;
    private final Interview.Published interview;
    private final Map<String, Question> guide;
    private final Optional<Previous> previous;
    private final List<Sheet> sheets;
    private final List<SelfRating> self;

    Fold(InterviewId id, Interview.Published interview, Map<String, Question> guide, Optional<Previous> previous) {
        this.id = id;
        this.interview = interview;
        this.guide = guide;
        this.previous = previous;
        this.sheets = interview.counting();
        this.self = interview.selfScore().map(SelfScore::ratings).orElse(List.of());
    }

    Scorecard scorecard() {
        Setup setup = interview.setup();
        List<QuestionCard> questions = questions();
        List<ShiftCard> shifts = Arrays.stream(Shift.values())
                .map(shift -> shift(shift, questions))
                .toList();
        return new Scorecard(
                id,
                setup.kind(),
                setup.agenda().title(),
                setup.agenda().minutes(),
                setup.host(),
                sheets.stream().map(Sheet::interviewer).toList(),
                setup.interviewers().size(),
                setup.candidate(),
                setup.invitee(),
                setup.zone(),
                interview.course().startedAt(),
                interview.finishedAt(),
                interview.publishedAt(),
                Headline.of(shifts),
                shifts,
                signed(),
                TrapTally.of(questions),
                new PracticePlan(
                                shifts,
                                questions,
                                interview.publishedAt().atZone(setup.zone()).toLocalDate())
                        .items(),
                questions,
                skills(questions),
                amendments(),
                interview.selfScore().isEmpty(),
                previous,
                interview.debrief().map(this::talk),
                extent());
    }

    private Extent extent() {
        List<AgendaItem> items = interview.setup().agenda().items();
        List<String> notAsked = items.stream()
                .filter(item -> !interview.course().wasPosed(item.questionId()))
                .map(AgendaItem::title)
                .toList();
        return new Extent(items.size(), items.size() - notAsked.size(), notAsked);
    }

    private List<QuestionCard> questions() {
        var posed = interview.course().posed();
        var reading = new QuestionReading(interview.course().startedAt(), sheets, self);
        return IntStream.range(0, posed.size())
                .mapToObj(index -> reading.card(
                        index + 1, posed.get(index), question(posed.get(index).questionId())))
                .toList();
    }

    private Question question(String questionId) {
        return Optional.ofNullable(guide.get(questionId))
                .orElseThrow(() -> new IllegalArgumentException("The guide lacks the posed question " + questionId));
    }

    private ShiftCard shift(Shift shift, List<QuestionCard> questions) {
        List<Mark> marks = marks(shift, questions);
        var times = questions.stream()
                .flatMap(question -> question.on(shift).stream())
                .flatMap(levels -> levels.timeToAltitude().stream())
                .toList();
        return new ShiftCard(
                shift,
                Score.of(marks),
                selfScore(self, shift),
                previous.map(earlier -> earlier.score(shift)).orElse(OptionalDouble.empty()),
                sheets.stream().map(sheet -> rater(sheet.interviewer(), marks)).toList(),
                Times.median(times),
                times.size(),
                previous.flatMap(earlier -> earlier.timeToAltitude(shift)));
    }

    private static List<Mark> marks(Shift shift, List<QuestionCard> questions) {
        return questions.stream()
                .flatMap(question -> question.on(shift).stream()
                        .flatMap(levels -> levels.given().stream())
                        .map(given -> new Mark(question.question().id(), given.interviewer(), given.level())))
                .toList();
    }

    /** The mean of the candidate's own observed levels. */
    static OptionalDouble selfScore(List<SelfRating> self, Shift shift) {
        return self.stream()
                .filter(rating -> rating.shift() == shift)
                .flatMapToInt(rating -> rating.level().value().stream())
                .average();
    }

    private static ShiftCard.Rater rater(PersonId interviewer, List<Mark> marks) {
        List<Mark> own = marks.stream()
                .filter(mark -> mark.interviewer().equals(interviewer))
                .toList();
        return new ShiftCard.Rater(interviewer, Mark.mean(own), Mark.basis(own).levels());
    }

    private List<Scorecard.Signed> signed() {
        return sheets.stream()
                .flatMap(sheet -> sheet.lock().stream()
                        .map(lock ->
                                new Scorecard.Signed(sheet.interviewer(), lock.verdict(), lock.summary(), lock.at())))
                .toList();
    }

    private static List<Scorecard.SkillCard> skills(List<QuestionCard> questions) {
        return Arrays.stream(Skill.values())
                .map(skill -> questions.stream()
                        .filter(card -> card.question().skill() == skill)
                        .toList())
                .filter(about -> !about.isEmpty())
                .map(about ->
                        new Scorecard.SkillCard(about.getFirst().question().skill(), score(about)))
                .toList();
    }

    private static Score score(List<QuestionCard> about) {
        var marks = new ArrayList<Mark>();
        for (QuestionCard card : about) {
            card.shifts().stream()
                    .flatMap(levels -> levels.given().stream())
                    .forEach(given -> marks.add(new Mark(card.question().id(), given.interviewer(), given.level())));
        }
        List<Double> means = about.stream()
                .flatMap(card ->
                        card.shifts().stream().flatMapToDouble(levels -> levels.mean().stream()).average().stream()
                                .boxed())
                .toList();
        return Score.of(means, Mark.basis(marks));
    }

    private Scorecard.Talk talk(Debrief talk) {
        return new Scorecard.Talk(
                talk.open(),
                talk.candidateAbsent(),
                talk.agreed(interview.setup())
                        .map(wording -> new Scorecard.JointSentence(
                                wording.sentence(),
                                wording.number(),
                                wording.by(),
                                talk.confirmed().stream()
                                        .sorted(comparing(PersonId::toString))
                                        .toList(),
                                talk.confirmed().stream().noneMatch(interview.setup()::isCandidate))));
    }

    private List<Scorecard.Amended> amendments() {
        return sheets.stream()
                .flatMap(sheet -> sheet.amendments().stream().map(entry -> amended(sheet, entry)))
                .sorted(comparing(Scorecard.Amended::at))
                .toList();
    }

    private Scorecard.Amended amended(Sheet sheet, Sheet.Amended entry) {
        return new Scorecard.Amended(
                sheet.interviewer(),
                entry.amendment(),
                entry.reason(),
                entry.at(),
                entry.at().isAfter(interview.publishedAt()));
    }
}
