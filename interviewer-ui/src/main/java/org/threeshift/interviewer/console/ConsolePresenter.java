package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.interview.DebriefView;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Shift;

/**
 * One person at one console, without a browser. Each action hands one command to the outbox, which usually answers at
 * once. What is not answered yet is shown where it was entered, as not saved. Used by one thread at a time; asks nobody who
 * might let it wait.
 */
final class ConsolePresenter {
    /** Nobody reads a new question and judges the answer to it so soon: what comes within was meant for the one before. */
    static final Duration TOO_SOON = Duration.ofMillis(700);

    private final ConsoleServices services;
    private final Person person;
    private final Outbox outbox;
    private final LobbyPresenter lobby;
    private final CoursePresenter course;
    private final ScoringPresenter scoring = new ScoringPresenter(this);
    private final NotesPresenter notes = new NotesPresenter(this);
    private final SheetPresenter sheet = new SheetPresenter(this);
    /** Notes that were refused: their words belong back in the field. */
    private final Set<UUID> refusedNotes = new HashSet<>();

    /** Also read by whoever follows the log, on another thread. */
    private volatile Look look;

    private InterviewerView view;
    private SavedState last = new SavedState.Nothing();
    /** The last thing that was not refused. */
    private SavedState saved = last;

    private Position position = Position.START;
    private Optional<Said> said = Optional.empty();
    /** The question that this person put on the table last, saved or not. */
    private Optional<String> posed = Optional.empty();
    /** When somebody else last put another question, or another gap, under this person's hands. */
    private Instant overtaken = Instant.EPOCH;

    private ConsolePresenter(ConsoleServices services, Person person, Outbox outbox, Look look) {
        this.services = services;
        this.person = person;
        this.outbox = outbox;
        this.lobby = new LobbyPresenter(this, services.hosting());
        this.course = new CoursePresenter(this, services.views());
        this.look = look;
        this.view = look.outlook().with(outbox.unsaved());
    }

    /** A console for an interviewer of it; absent for everybody else. Reads the interview, and waits for it. */
    static Optional<ConsolePresenter> open(ConsoleServices services, Person person, InterviewId interview) {
        Outbox outbox = services.outboxes().of(services, person.id(), interview);
        return outbox.dispatch().firstLook().map(look -> new ConsolePresenter(services, person, outbox, look));
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
                look.exchange(),
                look.agreed(),
                position,
                saved(),
                outbox.unsaved(),
                Set.copyOf(refusedNotes),
                course.offered(),
                look.begun(),
                unsettled(),
                carried(),
                said,
                services.time().instant());
    }

    /** Notes that were begun, from wherever, and neither handed in nor given up. */
    private List<Words> unsettled() {
        return outbox.drafts().begun(look.begun()).stream()
                .filter(words -> !outbox.holds(words.note()))
                .toList();
    }

    private List<CarriedEntry> carried() {
        return Carrying.of(
                outbox.unsaved(), look.outlook()::with, look.outlook().view());
    }

    /** Whether the screen lists notes in the making. Asked from any thread. */
    boolean listsNotes() {
        return look.outlook().view().phase() != Phase.LIVE;
    }

    private SavedState saved() {
        List<Sent> unsaved = outbox.unsaved();
        String deed = outbox.lastDeed();
        if (outbox.away()) {
            return new SavedState.Waiting(deed, unsaved.size());
        }
        return unsaved.isEmpty() ? last : new SavedState.Saving(deed);
    }

    /** Whether there is anything in what was read since that this person does not see yet. Asked from any thread. */
    boolean isNews(Look now) {
        Look seen = look;
        return !now.names().equals(seen.names())
                || !now.exchange()
                        .map(ExchangeView::version)
                        .equals(seen.exchange().map(ExchangeView::version))
                // While the questions run nobody looks for notes in the making, and that is no news.
                || (listsNotes() && !now.begun().equals(seen.begun()))
                || !now.outlook().view().showsTheSameAs(seen.outlook().view());
    }

    /** Takes what was read since: somebody did something. */
    Screen refresh(Look now) {
        Optional<AgendaItem> before = position.shown(view);
        Optional<Integer> step = view.debrief().map(DebriefView::step);
        show(now);
        Screen screen = screen();
        boolean moved = !screen.shown().equals(before)
                || !view.debrief().map(DebriefView::step).equals(step);
        // What this person has put on the table themselves is under their hands because they meant it.
        if (moved && !Position.open(view).equals(posed)) {
            overtaken = screen.now();
        }
        return screen;
    }

    /** Takes the answer to something that did not come at once. */
    Screen answered(Entry entry, Answer answer) {
        switch (answer) {
            case Answer.Saved _ -> settle(entry, answer);
            case Answer.Refused(var sentence, var now) -> {
                settle(entry, new Answer.Refused(Deed.refused(entry.deed(), sentence), now));
            }
        }
        return screen();
    }

    LobbyPresenter lobby() {
        return lobby;
    }

    CoursePresenter course() {
        return course;
    }

    ScoringPresenter scoring() {
        return scoring;
    }

    NotesPresenter notes() {
        return notes;
    }

    SheetPresenter sheet() {
        return sheet;
    }

    TalkPresenter talk() {
        return new TalkPresenter(this);
    }

    SwapPresenter exchange() {
        return new SwapPresenter(this, services.exchanges());
    }

    /** Takes what became of a word about the swap. */
    Screen exchanged(ExchangeView now) {
        look = look.with(now);
        said = Optional.empty();
        return screen();
    }

    Screen choose(String questionId) {
        return move(position.choose(questionId));
    }

    /** Moves on to a shift. A sentence that stands stays: moving alone changes nothing. */
    Screen look(Shift shift) {
        return lookAt(position -> position.on(shift));
    }

    Screen look(AgendaItem.Trap trap) {
        return move(position.at(trap.id()));
    }

    /** Moves on the screen; a sentence that stands stays. */
    Screen lookAt(UnaryOperator<Position> to) {
        position = to.apply(position);
        return screen();
    }

    /** To what is on the table, or else comes next. */
    Screen lookAhead() {
        return Position.open(view).isPresent()
                ? move(Position.START)
                : Position.next(view).map(item -> choose(item.questionId())).orElseGet(() -> move(Position.START));
    }

    /** To the sheet, or back from it to the question on the table or to the debrief. */
    Screen toggleSheet() {
        return move(
                position.atSheet(screen().shown().isPresent() || screen().talk().isPresent()));
    }

    /** Says one of the console's own sentences at a place. */
    Screen say(Place place, String key) {
        return saySentence(place, text(key));
    }

    Screen saySentence(Place place, String sentence) {
        said = Optional.of(new Said(place, sentence, services.time().instant()));
        return screen();
    }

    /** The interview with what was entered, saved or not. */
    InterviewerView view() {
        return view;
    }

    /** Whether somebody else has put another question, or another gap, here a moment ago. */
    boolean justOvertaken() {
        return services.time().instant().isBefore(overtaken.plus(TOO_SOON));
    }

    /** Whoever changes what was refused at a place has heard why. */
    void forget(Place place) {
        if (said.filter(one -> one.place() == place).isPresent()) {
            said = Optional.empty();
            last = last instanceof SavedState.Not ? saved : last;
        }
    }

    private Screen move(Position to) {
        position = to;
        said = Optional.empty();
        return screen();
    }

    Screen send(Place place, Command command) {
        return send(place, command, Deed.of(command, view()));
    }

    /** @param deed what it is, where the command alone does not tell */
    Screen send(Place place, Command command, String deed) {
        return outbox.holds(command) && once(command)
                ? screen()
                : send(services.ids().next(), place, command, deed);
    }

    /** @param commandId chosen by whoever may send it again */
    Screen send(UUID commandId, Place place, Command command) {
        return send(commandId, place, command, Deed.of(command, view()));
    }

    private Screen send(UUID commandId, Place place, Command command, String deed) {
        var by = new Command.By(person.id(), services.time().instant());
        return send(place, new Sent(commandId, by, command), deed);
    }

    private Screen send(Place place, Sent sent, String deed) {
        refusedNotes.remove(sent.commandId());
        said = Optional.empty();
        if (sent.command() instanceof Command.Pose(var question)) {
            posed = Optional.of(question);
        }
        var entry = new Entry(place, sent, deed);
        outbox.send(entry).ifPresentOrElse(answer -> settle(entry, answer), this::foresee);
        return screen();
    }

    /**
     * Hands in again what a browser has carried over the death of a node; where it was heard of before, nothing happens. What
     * was not saved and cannot be handed in again is named.
     */
    Screen again(List<CarriedEntry> entries) {
        List<String> lost = new HandingIn(this, look.outlook(), outbox).of(entries);
        return lost.isEmpty() ? screen() : saySentence(Place.COURSE, text("carried.lost", String.join(" ", lost)));
    }

    /** As a browser has carried it: under its own id and at its own moment. */
    Screen send(UUID commandId, Instant at, Command command) {
        return send(
                Place.SCALE, new Sent(commandId, new Command.By(person.id(), at), command), Deed.of(command, view()));
    }

    Instant now() {
        return services.time().instant();
    }

    /** Steps that cannot be meant twice: whoever asks again while one is on its way only wants to see it done. */
    private static boolean once(Command command) {
        return command instanceof Command.Start
                || command instanceof Command.Finish
                || command instanceof Command.LockSheet
                || command instanceof Command.CloseScoring
                || command instanceof Command.Publish
                || command instanceof Command.OpenDebrief
                || command instanceof Command.EndDebrief
                || command instanceof Command.Cancel
                || command instanceof Command.ReportNoShow;
    }

    private void settle(Entry entry, Answer answer) {
        switch (answer) {
            case Answer.Saved(var at, var _) -> {
                saved = new SavedState.At(at, entry.deed());
                last = saved;
            }
            case Answer.Refused(var sentence, var _) -> {
                last = new SavedState.Not(sentence);
                said = Optional.of(
                        new Said(entry.place(), sentence, services.time().instant()));
                refusedNotes.add(entry.sent().commandId());
            }
        }
        answer.look().ifPresentOrElse(this::show, this::foresee);
    }

    private void show(Look now) {
        look = now.newer(look);
        foresee();
    }

    /** What was answered a moment ago is in no list of what waits any more, so that the look which holds it comes with the list. */
    private void foresee() {
        Outbox.State state = outbox.state();
        look = state.newest().map(look::newer).orElse(look);
        InterviewerView next = look.outlook().with(state.unsaved());
        position = position.follow(view, next);
        view = next;
    }
}
