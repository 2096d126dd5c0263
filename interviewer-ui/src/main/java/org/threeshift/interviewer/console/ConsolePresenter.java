package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/**
 * One interviewer at one console, without a browser. Each action sends one command and then looks at the interview again, so
 * that the screen only ever shows what is committed. Used by one thread at a time.
 */
final class ConsolePresenter {
    /** Nobody reads a new question and judges the answer to it so soon: what comes within was meant for the one before. */
    static final Duration TOO_SOON = Duration.ofMillis(700);

    private final ConsoleServices services;
    private final Person person;
    private final Dispatch dispatch;
    private InterviewerView view;
    private Names names;
    private Position position = Position.START;
    private Optional<Said> said = Optional.empty();
    /** When somebody else last put another question under this person's hands. */
    private Instant overtaken = Instant.EPOCH;

    private ConsolePresenter(ConsoleServices services, Person person, InterviewerView view) {
        this.services = services;
        this.person = person;
        this.dispatch = new Dispatch(services, person.id(), view.id());
        this.view = view;
        this.names = names(view.setup());
    }

    /** A console for an interviewer of it; absent for everybody else. */
    static Optional<ConsolePresenter> open(ConsoleServices services, Person person, InterviewId interview) {
        return services.views()
                .forInterviewer(interview, person.id())
                .map(view -> new ConsolePresenter(services, person, view));
    }

    Person person() {
        return person;
    }

    Screen screen() {
        return new Screen(
                view,
                person,
                names,
                position,
                dispatch.saved(),
                said,
                services.time().instant());
    }

    /** Looks again: somebody did something. */
    Screen refresh() {
        Optional<AgendaItem> before = position.shown(view);
        Screen now = look();
        if (!now.shown().equals(before)) {
            overtaken = now.now();
        }
        return now;
    }

    private Screen look() {
        dispatch.read().ifPresent(this::show);
        return screen();
    }

    /** Lets the others know that this interviewer is here. */
    Screen enter() {
        return view.phase() == Phase.SCHEDULED ? send(Place.LOBBY, new Command.Join(Seat.INTERVIEWER)) : screen();
    }

    Screen start() {
        return send(Place.LOBBY, new Command.Start());
    }

    Screen reschedule(Instant startsAt, ZoneId zone, String reason) {
        return send(Place.LOBBY, new Command.Reschedule(startsAt, zone, reason));
    }

    Screen cancel(String reason) {
        return send(Place.LOBBY, new Command.Cancel(reason));
    }

    Screen reportNoShow() {
        return send(Place.LOBBY, new Command.ReportNoShow(Absent.CANDIDATE));
    }

    /** The secret of a fresh link for the candidate; absent when there is none to give, and the screen then says why. */
    Optional<Token> invite() {
        return switch (services.hosting().invite(view.id(), person)) {
            case Hosted.Done(var _, var token) -> token;
            case Hosted.Refused(var refusal) -> {
                said = Optional.of(new Said(Place.LOBBY, refusal.sentence()));
                yield Optional.empty();
            }
        };
    }

    Screen choose(String questionId) {
        return move(position.choose(questionId));
    }

    /** Moves on to a shift. A sentence that stands stays: moving alone changes nothing. */
    Screen look(Shift shift) {
        position = position.on(shift);
        return screen();
    }

    Screen look(AgendaItem.Trap trap) {
        return move(position.at(trap.id()));
    }

    /** To the sheet, or back from it to the question on the table. */
    Screen toggleSheet() {
        return move(position.atSheet(screen().shown().isPresent()));
    }

    Screen pose(String questionId) {
        return send(Place.COURSE, new Command.Pose(questionId));
    }

    /** Poses the next question; when all were posed it says that only the end is left. */
    Screen next() {
        return justOvertaken() ? say(Place.COURSE, "course.overtaken") : poseNext();
    }

    private Screen poseNext() {
        return Position.next(view)
                .map(item -> pose(item.questionId()))
                .orElseGet(() -> say(Place.COURSE, "course.none-left"));
    }

    Screen closeQuestion() {
        return justOvertaken() ? say(Place.COURSE, "course.overtaken") : closeOpen();
    }

    private Screen closeOpen() {
        return Position.open(view)
                .map(open -> send(Place.COURSE, new Command.CloseQuestion(open)))
                .orElseGet(() -> say(Place.COURSE, "course.none-open"));
    }

    Screen finish() {
        return send(Place.COURSE, new Command.Finish());
    }

    /** Sets a level and, once it is saved, moves on to the next shift that the question probes. */
    Screen rate(Shift shift, Level level) {
        return onShown(Place.SCALE, item -> {
            position = position.on(shift);
            send(Place.SCALE, new Command.Rate(item.questionId(), shift, level));
            if (said.isEmpty()) {
                position = position.after(shift, item);
            }
            return screen();
        });
    }

    Screen judgeTrap(String trapId, TrapJudgement judgement) {
        return onShown(Place.TRAP, item -> {
            position = position.at(trapId);
            return send(Place.TRAP, new Command.JudgeTrap(item.questionId(), trapId, judgement));
        });
    }

    Screen askProbe(Rung rung) {
        return onShown(Place.PROBE, item -> send(Place.PROBE, new Command.AskProbe(item.questionId(), rung)));
    }

    Screen judgeProbe(Rung rung, boolean held) {
        return onShown(Place.PROBE, item -> send(Place.PROBE, new Command.JudgeProbe(item.questionId(), rung, held)));
    }

    Screen markHeight(Shift shift) {
        return onShown(Place.SCALE, item -> send(Place.SCALE, new Command.MarkHeight(item.questionId(), shift)));
    }

    /**
     * Keeps a note.
     *
     * @param note       chosen by the browser, which sends the same note again until it learns that it is kept
     * @param questionId the question that the note was begun on, perhaps not the shown one any more
     * @return whether it is kept now
     */
    boolean note(UUID note, String questionId, String words) {
        settle(Place.EVIDENCE, dispatch.send(note, new Command.NoteEvidence(new EvidenceId(note), questionId, words)));
        return said.isEmpty();
    }

    Screen revise(EvidenceId note, String words) {
        return send(Place.EVIDENCE, new Command.ReviseEvidence(note, words));
    }

    Screen withdraw(EvidenceId note) {
        return send(Place.EVIDENCE, new Command.WithdrawEvidence(note));
    }

    Screen lock(Optional<Verdict> verdict, String summary) {
        return verdict.map(chosen -> send(Place.SHEET, new Command.LockSheet(chosen, summary)))
                .orElseGet(() -> say(Place.SHEET, "sheet.verdict-missing"));
    }

    Screen publish(boolean withoutSelfScore) {
        return send(Place.SHEET, new Command.Publish(withoutSelfScore));
    }

    Screen amend(Amendment amendment, String reason) {
        return send(Place.AMENDMENT, new Command.Amend(amendment, reason));
    }

    /** Says one of the console's own sentences at a place. */
    Screen say(Place place, String key) {
        said = Optional.of(new Said(place, text(key)));
        return screen();
    }

    private Screen onShown(Place place, Function<AgendaItem, Screen> action) {
        if (justOvertaken()) {
            return say(place, "course.overtaken");
        }
        return screen().shown().map(action).orElseGet(() -> say(place, "course.none-shown"));
    }

    private boolean justOvertaken() {
        return services.time().instant().isBefore(overtaken.plus(TOO_SOON));
    }

    private Screen move(Position to) {
        position = to;
        said = Optional.empty();
        return screen();
    }

    private Screen send(Place place, Command command) {
        return settle(place, dispatch.send(command));
    }

    private Screen settle(Place place, Optional<String> refusal) {
        said = refusal.map(sentence -> new Said(place, sentence));
        return look();
    }

    private void show(InterviewerView now) {
        position = position.follow(view, now);
        if (!now.setup().equals(view.setup())) {
            names = names(now.setup());
        }
        view = now;
    }

    private Names names(Setup setup) {
        return new Names(
                setup.candidate()
                        .flatMap(services.people()::find)
                        .map(Person::name)
                        .orElse(setup.invitee()),
                services.people().namesOf(setup.interviewers()).stream()
                        .collect(Collectors.toMap(Person::id, Person::name)));
    }
}
