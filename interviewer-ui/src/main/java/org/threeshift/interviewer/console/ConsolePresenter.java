package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/**
 * One interviewer at one console, without a browser. Each action hands one command to the outbox, which usually answers at
 * once. What is not answered yet is shown where it was entered, as not saved. Used by one thread at a time; asks nobody who
 * might let it wait.
 */
final class ConsolePresenter {
    /** Nobody reads a new question and judges the answer to it so soon: what comes within was meant for the one before. */
    static final Duration TOO_SOON = Duration.ofMillis(700);
    /** How long a fresh link is waited for. */
    private static final Duration INVITES_WITHIN = Duration.ofSeconds(1);

    private final ConsoleServices services;
    private final Person person;
    private final Outbox outbox;
    /** Notes that were refused: their words belong back in the field. */
    private final Set<UUID> refusedNotes = new HashSet<>();

    private Look look;
    private InterviewerView view;
    private SavedState last = new SavedState.Nothing();
    private Position position = Position.START;
    private Optional<Said> said = Optional.empty();
    /** When somebody else last put another question under this person's hands. */
    private Instant overtaken = Instant.EPOCH;

    private ConsolePresenter(ConsoleServices services, Person person, Outbox outbox, Look look) {
        this.services = services;
        this.person = person;
        this.outbox = outbox;
        this.look = look;
        this.view = look.outlook().with(outbox.unsaved());
    }

    /** A console for an interviewer of it; absent for everybody else. Reads the interview, and waits for it. */
    static Optional<ConsolePresenter> open(ConsoleServices services, Person person, InterviewId interview) {
        Outbox outbox = services.outboxes().of(services, person.id(), interview);
        return outbox.dispatch().look().map(look -> new ConsolePresenter(services, person, outbox, look));
    }

    Person person() {
        return person;
    }

    Outbox outbox() {
        return outbox;
    }

    Screen screen() {
        return new Screen(
                view,
                look.outlook().view(),
                person,
                look.names(),
                position,
                saved(),
                outbox.unsaved(),
                Set.copyOf(refusedNotes),
                said,
                services.time().instant());
    }

    private SavedState saved() {
        List<Sent> unsaved = outbox.unsaved();
        String deed = unsaved.isEmpty() ? "" : Deed.of(unsaved.getLast().command());
        if (outbox.away()) {
            return new SavedState.Waiting(deed, unsaved.size());
        }
        return unsaved.isEmpty() ? last : new SavedState.Saving(deed);
    }

    /** Takes what was read since: somebody did something. */
    Screen refresh(Look now) {
        Optional<AgendaItem> before = position.shown(view);
        show(now);
        Screen screen = screen();
        if (!screen.shown().equals(before)) {
            overtaken = screen.now();
        }
        return screen;
    }

    /** Takes the answer to something that did not come at once. */
    Screen answered(Entry entry, Answer answer) {
        switch (answer) {
            case Answer.Saved _ -> settle(entry, answer);
            case Answer.Refused(var sentence, var now) -> {
                settle(entry, new Answer.Refused(Deed.refused(entry.sent().command(), sentence), now));
            }
        }
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
        Optional<Hosted> answer = Briefly.ask(INVITES_WITHIN, () -> invited(view.id()));
        if (answer.isPresent() && answer.get() instanceof Hosted.Done(var _, var token)) {
            return token;
        }
        String sentence = answer.isPresent() && answer.get() instanceof Hosted.Refused(var refusal)
                ? refusal.sentence()
                : text("saved.unreachable");
        said = Optional.of(new Said(Place.LOBBY, sentence));
        return Optional.empty();
    }

    private Hosted invited(InterviewId interview) {
        return services.hosting().invite(interview, person);
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
     */
    Screen note(UUID note, String questionId, String words) {
        refusedNotes.remove(note);
        return send(note, Place.EVIDENCE, new Command.NoteEvidence(new EvidenceId(note), questionId, words));
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
        return outbox.holds(command) && once(command)
                ? screen()
                : send(services.ids().next(), place, command);
    }

    private Screen send(UUID commandId, Place place, Command command) {
        said = Optional.empty();
        var by = new Command.By(person.id(), services.time().instant());
        var entry = new Entry(place, new Sent(commandId, by, command));
        outbox.send(entry).ifPresentOrElse(answer -> settle(entry, answer), this::foresee);
        return screen();
    }

    /** Steps that cannot be meant twice: whoever asks again while one is on its way only wants to see it done. */
    private static boolean once(Command command) {
        return command instanceof Command.Start
                || command instanceof Command.Finish
                || command instanceof Command.LockSheet
                || command instanceof Command.Publish
                || command instanceof Command.Cancel
                || command instanceof Command.ReportNoShow;
    }

    private void settle(Entry entry, Answer answer) {
        switch (answer) {
            case Answer.Saved(var at, var _) ->
                last = new SavedState.At(at, Deed.of(entry.sent().command()));
            case Answer.Refused(var sentence, var _) -> {
                last = new SavedState.Not(sentence);
                said = Optional.of(new Said(entry.place(), sentence));
                refusedNotes.add(entry.sent().commandId());
            }
        }
        answer.look().ifPresentOrElse(this::show, this::foresee);
    }

    private void show(Look now) {
        look = now.outlook().view().seq() < look.outlook().view().seq() ? look : now;
        foresee();
    }

    private void foresee() {
        InterviewerView next = look.outlook().with(outbox.unsaved());
        position = position.follow(view, next);
        view = next;
    }
}
