package org.threeshift.core.interview;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Course.Posed;
import org.threeshift.core.interview.model.Debrief;
import org.threeshift.core.interview.model.Debrief.Wording;
import org.threeshift.core.interview.model.Gap;
import org.threeshift.core.interview.model.Gap.Between;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/**
 * A debrief as everybody with a part in the interview sees it, the same on every screen. There is none before publication, so
 * the guide's words in it may be read by the candidate.
 *
 * @param topics         the gaps, the widest first; none when everybody agreed
 * @param step           the topic that is talked about, by its index; the number of topics for the joint sentence
 * @param since          when that step began
 * @param wording        the joint sentence as it stands
 * @param confirmed      who has confirmed exactly that wording, in the order of their ids
 * @param endedAt        absent while it goes on
 * @param candidateAbsent held among the interviewers alone
 * @param agreed         whether the wording stays on the scorecard, see {@link Debrief#agreed}
 */
public record DebriefView(
        List<Topic> topics,
        int step,
        Instant since,
        Optional<Wording> wording,
        List<PersonId> confirmed,
        Optional<Instant> endedAt,
        boolean candidateAbsent,
        boolean agreed) {
    public DebriefView {
        topics = List.copyOf(topics);
        confirmed = List.copyOf(confirmed);
    }

    /**
     * One gap, with what there is to read about it.
     *
     * @param number   of the question, 1 for the first one posed
     * @param opened   how far apart it was when the debrief opened, in levels
     * @param apart    how far apart it is now, after amendments
     * @param given    by each interviewer who counts, in the order of their ids
     * @param self     the candidate's own level
     * @param evidence on the question, from all sheets that count, in order of time
     */
    public record Topic(
            String questionId,
            int number,
            String title,
            String prompt,
            Shift shift,
            Between between,
            double opened,
            double apart,
            List<Given> given,
            Optional<Given> self,
            List<Note> evidence) {
        public Topic {
            given = List.copyOf(given);
            evidence = List.copyOf(evidence);
        }

        /** The mean of the interviewers who observed it, from 1 to 5. */
        public OptionalDouble mean() {
            return given.stream()
                    .flatMapToInt(one -> one.level().value().stream())
                    .average();
        }
    }

    /** @param anchor what an answer at this level sounds like; absent for not observed */
    public record Given(PersonId person, Level level, Optional<String> anchor) {}

    /** @param after since the start of the interview; negative for a note that was taken before */
    public record Note(PersonId interviewer, String text, Duration after) {}

    /** Absent while none was opened. */
    static Optional<DebriefView> of(Interview.Published interview, Map<String, Question> guide) {
        return interview
                .debrief()
                .map(talk -> new DebriefView(
                        talk.gaps().stream()
                                .map(gap -> topic(gap, interview, guide))
                                .toList(),
                        talk.step(),
                        talk.since(),
                        talk.wording(),
                        talk.confirmed().stream()
                                .sorted(comparing(PersonId::toString))
                                .toList(),
                        talk.endedAt(),
                        talk.candidateAbsent(),
                        talk.agreed(interview.setup()).isPresent()));
    }

    public boolean open() {
        return endedAt.isEmpty();
    }

    /** Absent at the joint sentence. */
    public Optional<Topic> topic() {
        return step < topics.size() ? Optional.of(topics.get(step)) : Optional.empty();
    }

    /** Of the time that is meant for one gap; negative in overtime. */
    public Duration left(Instant now) {
        return Limits.DEBRIEF_GAP.minus(Duration.between(since, now));
    }

    /** Whether somebody has confirmed the wording as it stands. */
    public boolean confirmedBy(PersonId person) {
        return confirmed.contains(person);
    }

    private static Topic topic(Gap gap, Interview.Published interview, Map<String, Question> guide) {
        Question question = Optional.ofNullable(guide.get(gap.questionId())).orElseThrow();
        List<Given> given = interview.counting().stream()
                .flatMap(sheet -> sheet.level(gap.questionId(), gap.shift()).stream()
                        .map(level -> given(sheet.interviewer(), level, question, gap.shift())))
                .toList();
        Optional<Given> self = interview
                .setup()
                .candidate()
                .flatMap(candidate ->
                        own(interview.selfScore(), gap).map(level -> given(candidate, level, question, gap.shift())));
        return new Topic(
                gap.questionId(),
                number(gap.questionId(), interview.course().posed()),
                question.title(),
                question.prompt(),
                gap.shift(),
                gap.between(),
                gap.levels(),
                apart(gap.between(), given, self),
                given,
                self,
                evidence(interview, gap.questionId()));
    }

    private static Given given(PersonId person, Level level, Question question, Shift shift) {
        return new Given(
                person,
                level,
                Optional.ofNullable(
                        question.anchors().getOrDefault(shift, Map.of()).get(level)));
    }

    private static int number(String questionId, List<Posed> posed) {
        return 1
                + IntStream.range(0, posed.size())
                        .filter(index -> posed.get(index).questionId().equals(questionId))
                        .findFirst()
                        .orElseThrow();
    }

    private static Optional<Level> own(Optional<SelfScore> score, Gap gap) {
        return score.stream()
                .flatMap(given -> given.ratings().stream())
                .filter(rating -> rating.questionId().equals(gap.questionId()) && rating.shift() == gap.shift())
                .map(SelfRating::level)
                .findFirst();
    }

    private static double apart(Between between, List<Given> given, Optional<Given> self) {
        var levels =
                given.stream().flatMapToInt(one -> one.level().value().stream()).summaryStatistics();
        if (levels.getCount() == 0) {
            return 0;
        }
        return switch (between) {
            case INTERVIEWERS -> (double) levels.getMax() - levels.getMin();
            case SELF_AND_INTERVIEWERS ->
                self.stream()
                        .flatMapToInt(own -> own.level().value().stream())
                        .mapToDouble(own -> Math.abs(own - levels.getAverage()))
                        .findFirst()
                        .orElse(0);
        };
    }

    private static List<Note> evidence(Interview.Published interview, String questionId) {
        Instant start = interview.course().startedAt();
        return interview.counting().stream()
                .flatMap((Sheet sheet) -> sheet.evidenceFor(questionId).stream()
                        .map(note -> new Note(sheet.interviewer(), note.text(), Duration.between(start, note.at()))))
                .sorted(comparing(Note::after))
                .toList();
    }
}
