package org.threeshift.core.interview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.CandidateView.PosedQuestion;
import org.threeshift.core.interview.Folds.Seen;
import org.threeshift.core.interview.model.Agenda;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Missing;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.people.PersonId;

/** Interviews as each person may see them. For somebody without a part in an interview there is none. */
@Service
public class InterviewViews {
    private final InterviewLog log;
    private final Banks banks;
    private final Folds folds = new Folds();

    InterviewViews(InterviewLog log, Banks banks) {
        this.log = log;
        this.banks = banks;
    }

    /** What an interviewer of it sees. */
    public Optional<InterviewerView> forInterviewer(InterviewId id, PersonId viewer) {
        Seen seen = folds.seen(id, log);
        return seen.state() instanceof Known known && known.setup().isInterviewer(viewer)
                ? Optional.of(interviewerView(id, seen.seq(), known, viewer))
                : Optional.empty();
    }

    /** The same, with what an interviewer has entered and the log does not hold yet. */
    public Optional<Outlook> outlook(InterviewId id, PersonId viewer) {
        Seen seen = folds.seen(id, log);
        return seen.state() instanceof Known known && known.setup().isInterviewer(viewer)
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

    /** Everybody who has a part in it, for somebody who has one. */
    public Optional<Set<PersonId>> people(InterviewId id, PersonId viewer) {
        return folds.seen(id, log).state() instanceof Known known
                ? Optional.of(people(known.setup())).filter(people -> people.contains(viewer))
                : Optional.empty();
    }

    private static Set<PersonId> people(Setup setup) {
        return Stream.concat(setup.interviewers().stream(), setup.candidate().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private InterviewerView interviewerView(InterviewId id, long seq, Known known, PersonId viewer) {
        Setup setup = known.setup();
        Optional<Held> held = known instanceof Held some ? Optional.of(some) : Optional.empty();
        Sheet sheet = held.map(some -> some.sheet(viewer)).orElseGet(() -> Sheet.blank(viewer));
        boolean locked = sheet.locked();
        return new InterviewerView(
                id,
                seq,
                Phase.of(known),
                setup,
                !(known instanceof Interview.Scheduled scheduled) || scheduled.candidateHere(),
                held.map(some -> locked ? some.course() : some.course().asSeenBy(viewer)),
                Projection.finishedAt(known),
                sheet,
                held.filter(_ -> locked).map(some -> othersLocked(some, viewer)).orElse(List.of()),
                held.filter(_ -> locked).map(InterviewViews::sheetsOpen),
                held.filter(_ -> locked).map(some -> some.selfScore().isPresent()),
                held.filter(some -> some instanceof Interview.Published).flatMap(Held::selfScore),
                held.map(some -> Missing.on(sheet, setup.agenda(), some.course()))
                        .orElse(List.of()),
                cancelled(known),
                guide(setup.agenda()));
    }

    private static List<Sheet> othersLocked(Held held, PersonId viewer) {
        return held.sheets().values().stream()
                .filter(other -> !other.interviewer().equals(viewer) && other.locked())
                .toList();
    }

    private static int sheetsOpen(Held held) {
        return (int) held.setup().interviewers().stream()
                .filter(interviewer -> !held.sheet(interviewer).locked())
                .count();
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
                setup.startsAt(),
                setup.zone(),
                agenda.minutes(),
                agenda.items().size(),
                !(known instanceof Interview.Scheduled before) || before.candidateHere(),
                !(known instanceof Interview.Scheduled before)
                        || before.here().stream().anyMatch(setup::isInterviewer),
                held.map(some -> some.course().startedAt()),
                held.map(some -> posed(some.course(), agenda)).orElse(List.of()),
                held.flatMap(Held::selfScore),
                cancelled(known),
                known instanceof Interview.Cancelled cancelled ? cancelled.noShow() : Optional.empty());
    }

    private static Optional<String> cancelled(Known known) {
        return known instanceof Interview.Cancelled cancelled ? Optional.of(cancelled.reason()) : Optional.empty();
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
                            asked.since());
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
}
