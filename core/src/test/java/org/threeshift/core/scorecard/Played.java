package org.threeshift.core.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Agenda;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Skill;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Plays an interview by its events, for tests. Questions are made up; their guide says where each text belongs. */
final class Played {
    static final Instant START = Instant.parse("2026-11-18T14:00:00Z");
    static final PersonId CANDIDATE = person(99);

    private final InterviewId id = new InterviewId(new UUID(7, 7));
    private final List<PersonId> interviewers;
    private final List<Question> questions;
    private final List<Recorded> events = new ArrayList<>();
    private final List<SelfRating> self = new ArrayList<>();
    private final List<String> posed = new ArrayList<>();
    private final List<Integer> shadows = new ArrayList<>();
    private Instant now;

    /** Interviewers 1 to {@code panel} on these questions. */
    Played(int panel, Question... questions) {
        this(START, panel, questions);
    }

    /** As above, begun at another time. */
    Played(Instant start, int panel, Question... questions) {
        this.now = start;
        this.interviewers =
                IntStream.rangeClosed(1, panel).mapToObj(Played::person).toList();
        this.questions = List.of(questions);
        List<AgendaItem> items = this.questions.stream()
                .map(question -> new AgendaItem(
                        question.id(),
                        question.title(),
                        question.shifts(),
                        question.traps().stream()
                                .map(trap -> new AgendaItem.Trap(trap.id(), trap.name()))
                                .toList(),
                        question.minutes()))
                .toList();
        record(
                person(1),
                new InterviewEvent.Scheduled(
                        panel > 1 ? Kind.PANEL : Kind.PEER,
                        interviewers,
                        Optional.of(CANDIDATE),
                        "Mira",
                        new Agenda("bank", 1, "round", "The seven", 55, items),
                        start,
                        ZoneId.of("Europe/Berlin")));
        record(person(1), new InterviewEvent.Started());
    }

    static PersonId person(int number) {
        return new PersonId(new UUID(0, number));
    }

    static Question question(String id, Skill skill, Shift... shifts) {
        Map<Shift, Map<Level, String>> anchors =
                Arrays.stream(shifts).collect(Collectors.toMap(Function.identity(), shift -> anchors(id, shift)));
        return new Question(
                id,
                "Title of " + id,
                "Prompt of " + id,
                "Why of " + id,
                List.of(shifts),
                skill,
                List.of(new Question.Trap(
                        id + "-trap", "Trap of " + id, "family", "Weak answer", List.of("a", "b", "c"))),
                new Question.StrategicAnswer(List.of("first part of " + id, "second part"), "Example of " + id),
                anchors,
                Map.of(Rung.SPECIALIST, "s", Rung.MANAGER, "m", Rung.DIRECTOR, "d"),
                8);
    }

    private static Map<Level, String> anchors(String id, Shift shift) {
        var anchors = new EnumMap<Level, String>(Level.class);
        for (int key = Level.LOWEST; key <= Level.HIGHEST; key++) {
            anchors.put(Level.ofKey(key), id + " " + shift + " " + key);
        }
        return anchors;
    }

    /** A question about every shift, strategy first. */
    static Question wide(String id) {
        return question(id, Skill.FINANCIAL_LITERACY, Shift.STRATEGY, Shift.ACCOUNTABILITY, Shift.TEAM);
    }

    static Question about(Shift shift, String id) {
        return question(id, Skill.FINANCIAL_LITERACY, shift);
    }

    /** Somebody scores for training, and locks when the others do. */
    Played shadow(int number) {
        shadows.add(number);
        return record(person(1), new InterviewEvent.SeatGiven(person(number), InterviewEvent.Seat.SHADOW));
    }

    Played after(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    Played pose(String question) {
        posed.add(question);
        return record(person(1), new InterviewEvent.QuestionPosed(question));
    }

    /** One key an interviewer, in their order: 1 to 5, 0 for not observed. */
    Played levels(String question, Shift shift, int... keys) {
        for (int index = 0; index < keys.length; index++) {
            level(index + 1, question, shift, keys[index]);
        }
        return this;
    }

    Played level(int interviewer, String question, Shift shift, int key) {
        return record(person(interviewer), new InterviewEvent.Rated(question, shift, Level.ofKey(key)));
    }

    Played traps(String question, TrapJudgement... judgements) {
        for (int index = 0; index < judgements.length; index++) {
            record(person(index + 1), new InterviewEvent.TrapJudged(question, question + "-trap", judgements[index]));
        }
        return this;
    }

    Played trap(int interviewer, String question, TrapJudgement judgement) {
        return record(person(interviewer), new InterviewEvent.TrapJudged(question, question + "-trap", judgement));
    }

    Played judge(int interviewer, String question, String trap, TrapJudgement judgement) {
        return record(person(interviewer), new InterviewEvent.TrapJudged(question, trap, judgement));
    }

    Played note(int interviewer, String question, String text) {
        var note = new EvidenceId(new UUID(3, events.size()));
        return record(person(interviewer), new InterviewEvent.EvidenceNoted(note, question, text));
    }

    Played height(int interviewer, String question, Shift shift) {
        return record(person(interviewer), new InterviewEvent.HeightReached(question, shift));
    }

    Played probe(String question, Rung rung, boolean held) {
        return probe(1, question, rung, held);
    }

    Played probe(int interviewer, String question, Rung rung, boolean held) {
        record(person(interviewer), new InterviewEvent.ProbeAsked(question, rung));
        return record(person(interviewer), new InterviewEvent.ProbeJudged(question, rung, held));
    }

    Played self(String question, Shift shift, int key) {
        self.add(new SelfRating(question, shift, Level.ofKey(key)));
        return this;
    }

    /** Finishes, locks every sheet with a yes, and publishes. */
    Played publish() {
        Verdict[] yes = new Verdict[interviewers.size()];
        Arrays.fill(yes, Verdict.YES);
        return publish(yes);
    }

    /** With fewer verdicts than interviewers, the last ones' sheets are left out. */
    Played publish(Verdict... verdicts) {
        record(person(1), new InterviewEvent.Finished());
        if (!self.isEmpty()) {
            record(CANDIDATE, new InterviewEvent.SelfScored(self));
        }
        for (int index = 0; index < verdicts.length; index++) {
            String summary = "Summary of " + (index + 1);
            record(person(index + 1), new InterviewEvent.SheetLocked(verdicts[index], summary));
        }
        shadows.forEach(number ->
                record(person(number), new InterviewEvent.SheetLocked(Verdict.STRONG_NO, "Summary of a shadow")));
        if (verdicts.length < interviewers.size()) {
            record(person(1), new InterviewEvent.ScoringClosed());
        }
        return record(person(1), new InterviewEvent.Published(self.isEmpty()));
    }

    Played amend(int interviewer, Amendment amendment, String reason) {
        return record(person(interviewer), new InterviewEvent.SheetAmended(amendment, reason));
    }

    /** The debrief, without gaps: only its sentence reaches the scorecard. */
    Played debrief() {
        return record(person(1), new InterviewEvent.DebriefOpened(List.of()));
    }

    Played word(PersonId by, String sentence) {
        return record(by, new InterviewEvent.SentenceWorded(sentence));
    }

    Played confirm(PersonId by, int wording) {
        return record(by, new InterviewEvent.SentenceConfirmed(wording));
    }

    Played endDebrief(boolean candidateAbsent) {
        return record(person(1), new InterviewEvent.DebriefEnded(candidateAbsent));
    }

    List<Recorded> events() {
        return List.copyOf(events);
    }

    Scorecard scorecard() {
        return scorecard(events, Optional.empty());
    }

    Scorecard scorecard(Scorecard previous) {
        return scorecard(events, Optional.of(previous));
    }

    Scorecard scorecard(List<Recorded> log, Optional<Scorecard> previous) {
        return Scorecard.of(id, (Interview.Published) Evolve.fold(log), guide(), previous);
    }

    private Map<String, Question> guide() {
        return questions.stream().collect(Collectors.toMap(Question::id, Function.identity()));
    }

    private Played record(PersonId actor, InterviewEvent event) {
        events.add(new Recorded(id, events.size() + 1, new UUID(1, events.size()), actor, now, event));
        return this;
    }
}
