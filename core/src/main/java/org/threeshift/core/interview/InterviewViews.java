package org.threeshift.core.interview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.CandidateView.PosedQuestion;
import org.threeshift.core.interview.Folds.Seen;
import org.threeshift.core.interview.model.Agenda;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Debrief;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Missing;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.people.PersonId;

/** Interviews as each person may see them. For somebody without a part in an interview there is none. */
@Service
public class InterviewViews implements Forgetful {
    private final InterviewLog log;
    private final Banks banks;
    private final List<ClosedQuestions> closed;
    private final Optional<ResultsKept> kept;
    private final Folds folds = new Folds();

    @Autowired
    InterviewViews(InterviewLog log, Banks banks, List<ClosedQuestions> closed, Optional<ResultsKept> kept) {
        this.log = log;
        this.banks = banks;
        this.closed = List.copyOf(closed);
        this.kept = kept;
    }

    /** For where no question is closed and nobody keeps results. */
    InterviewViews(InterviewLog log, Banks banks) {
        this(log, banks, List.of(), Optional.empty());
    }

    /** What somebody on the interviewers' side of it sees: an interviewer, a shadow or an observer. */
    public Optional<InterviewerView> forInterviewer(InterviewId id, PersonId viewer) {
        Seen seen = folds.seen(id, log);
        return seen.state() instanceof Known known && known.setup().sitsAtConsole(viewer)
                ? Optional.of(interviewerView(id, seen.seq(), known, viewer))
                : Optional.empty();
    }

    /** The same, with what they have entered and the log does not hold yet. */
    public Optional<Outlook> outlook(InterviewId id, PersonId viewer) {
        Seen seen = folds.seen(id, log);
        return seen.state() instanceof Known known && known.setup().sitsAtConsole(viewer)
                ? Optional.of(new Outlook(
                        id,
                        viewer,
                        seen,
                        known,
                        command -> folds.of(id).knows(command, seen.seq()),
                        (seq, state) -> interviewerView(id, seq, state, viewer)))
                : Optional.empty();
    }

    /** What the candidate of it sees. */
    public Optional<CandidateView> forCandidate(InterviewId id, PersonId viewer) {
        Seen seen = folds.seen(id, log);
        return seen.state() instanceof Known known && known.setup().isCandidate(viewer)
                ? Optional.of(candidateView(id, seen.seq(), known))
                : Optional.empty();
    }

    /** The debrief, for everybody with a part in it; absent while none was opened. */
    public Optional<DebriefView> debrief(InterviewId id, PersonId viewer) {
        return folds.seen(id, log).state() instanceof Interview.Published published
                        && published.setup().seat(viewer).isPresent()
                        && (published.setup().isCandidate(viewer) || !kept(id, published))
                ? DebriefView.of(published, guide(published.setup().agenda()))
                : Optional.empty();
    }

    /**
     * Questions of the interview's bank version that are not on its agenda and may come onto it, for whoever leads; none for
     * anybody else.
     */
    public List<Question> questionsToAdd(InterviewId id, PersonId viewer) {
        Set<String> kept =
                closed.stream().flatMap(some -> some.of(id).stream()).collect(Collectors.toUnmodifiableSet());
        return folds.seen(id, log).state() instanceof Known known
                        && known.setup().isLead(viewer)
                        && (known instanceof Interview.Scheduled || known instanceof Interview.Live)
                ? bank(known.setup().agenda()).questions().stream()
                        .filter(question ->
                                known.setup().agenda().item(question.id()).isEmpty())
                        .filter(question -> !kept.contains(question.id()))
                        .toList()
                : List.of();
    }

    private InterviewerView interviewerView(InterviewId id, long seq, Known known, PersonId viewer) {
        Setup setup = known.setup();
        Optional<Held> held = known instanceof Held some ? Optional.of(some) : Optional.empty();
        Sheet sheet = held.map(some -> some.sheet(viewer)).orElseGet(() -> Sheet.blank(viewer));
        boolean locked = sheet.locked();
        boolean kept = kept(id, known);
        Optional<Held> panel = held.filter(some -> !kept && seesPanel(some, sheet, setup.isObserver(viewer)));
        return new InterviewerView(
                id,
                seq,
                Phase.of(known),
                setup,
                setup.seat(viewer).orElseThrow(),
                !(known instanceof Interview.Scheduled scheduled) || scheduled.candidateHere(),
                awaited(known),
                held.map(some ->
                        panel.isPresent() ? some.course() : some.course().asSeenBy(viewer)),
                Projection.finishedAt(known),
                sheet,
                panel.map(Held::counting).orElse(List.of()),
                panel.map(InterviewViews::shadows).orElse(List.of()),
                held.filter(_ -> locked).map(Held::drafts),
                known instanceof Interview.Debriefing over && over.scoringClosed(),
                held.filter(_ -> locked).map(some -> some.selfScore().isPresent()),
                held.filter(some -> some instanceof Interview.Published && !kept)
                        .flatMap(Held::selfScore),
                known instanceof Interview.Published published && !kept
                        ? DebriefView.of(published, guide(setup.agenda()))
                        : Optional.empty(),
                held.filter(_ -> setup.hasSheet(viewer))
                        .map(some -> Missing.on(sheet, setup.agenda(), some.course()))
                        .orElse(List.of()),
                cancelled(known),
                noShow(known),
                guide(setup.agenda()));
    }

    private static Set<PersonId> awaited(Known known) {
        return known instanceof Interview.Scheduled scheduled
                ? scheduled.setup().interviewers().stream()
                        .filter(person -> !scheduled.here().contains(person))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** What was open at the table in a debrief closes after it, where the candidate wishes so. */
    private boolean kept(InterviewId id, Known known) {
        return known instanceof Interview.Published published
                && published.debrief().filter(Debrief::open).isEmpty()
                && kept.filter(results -> results.kept(id)).isPresent();
    }

    /** Blind until nobody can be swayed any more: every counting sheet is locked, or can no longer lock. */
    private static boolean seesPanel(Held held, Sheet own, boolean observes) {
        boolean closed = held instanceof Interview.Published
                || (held instanceof Interview.Debriefing over && over.scoringClosed());
        return closed || (held.drafts() == 0 && (own.locked() || observes));
    }

    private static List<Sheet> shadows(Held held) {
        return held.sheets().values().stream()
                .filter(sheet -> sheet.locked() && held.setup().isShadow(sheet.interviewer()))
                .sorted(Comparator.comparing(sheet -> sheet.interviewer().toString()))
                .toList();
    }

    private CandidateView candidateView(InterviewId id, long seq, Known known) {
        Setup setup = known.setup();
        Agenda agenda = setup.agenda();
        Optional<Held> held = known instanceof Held some ? Optional.of(some) : Optional.empty();
        return new CandidateView(
                id,
                seq,
                Phase.of(known),
                setup.kind(),
                agenda.title(),
                setup.host(),
                setup.interviewers(),
                setup.lead(),
                setup.watchers(),
                setup.meetingLink(),
                setup.startsAt(),
                setup.zone(),
                agenda.minutes(),
                agenda.items().size(),
                !(known instanceof Interview.Scheduled before) || before.candidateHere(),
                !(known instanceof Interview.Scheduled before)
                        || before.here().stream().anyMatch(setup::isInterviewer),
                held.map(some -> some.course().startedAt()),
                held.map(Held::clock),
                held.map(some -> posed(some.course(), agenda)).orElse(List.of()),
                held.flatMap(Held::selfScore),
                cancelled(known),
                known instanceof Interview.Cancelled cancelled
                        ? Optional.of(cancelled.by()).filter(by -> !by.equals(Command.By.INSTALLATION))
                        : Optional.empty(),
                noShow(known));
    }

    private static Optional<String> cancelled(Known known) {
        return known instanceof Interview.Cancelled cancelled ? Optional.of(cancelled.reason()) : Optional.empty();
    }

    private static Optional<Absent> noShow(Known known) {
        return known instanceof Interview.Cancelled cancelled ? cancelled.noShow() : Optional.empty();
    }

    private List<PosedQuestion> posed(Course course, Agenda agenda) {
        Bank bank = bank(agenda);
        return IntStream.range(0, course.posed().size())
                .mapToObj(index -> {
                    Course.Posed asked = course.posed().get(index);
                    Question question = bank.question(asked.questionId()).orElseThrow();
                    return new PosedQuestion(
                            asked.questionId(),
                            index + 1,
                            question.prompt(),
                            question.shifts(),
                            question.minutes(),
                            asked.spent(),
                            asked.since(),
                            course.open().filter(asked.questionId()::equals).isPresent());
                })
                .toList();
    }

    private Map<String, Question> guide(Agenda agenda) {
        Bank bank = bank(agenda);
        return agenda.items().stream()
                .map(item -> bank.question(item.questionId()).orElseThrow())
                .collect(Collectors.toMap(Question::id, Function.identity()));
    }

    private Bank bank(Agenda agenda) {
        return banks.find(agenda.bankId(), agenda.bankVersion()).orElseThrow();
    }

    @Override
    public void forget() {
        folds.forget();
    }
}
