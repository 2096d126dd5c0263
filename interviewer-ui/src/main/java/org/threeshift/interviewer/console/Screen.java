package org.threeshift.interviewer.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.threeshift.core.bank.Question;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Arrival;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Course.Height;
import org.threeshift.core.interview.model.Course.Posed;
import org.threeshift.core.interview.model.Course.Probe;
import org.threeshift.core.interview.model.Evidence;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.notes.NoteDraft;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.interviewer.debrief.DebriefScreen;

/**
 * All that one look at the console shows.
 *
 * @param view the interview with what this person has entered, saved or not
 * @param log  the interview as it is saved
 * @param exchange the exchange of which the interview is a half
 * @param agreed   why its hour is changed elsewhere alone; absent where its host decides
 * @param unsaved what was entered and is not saved yet, in order
 * @param refused the ids of commands that were refused
 * @param offered the bank's questions that were not on the agenda, while the list of them is open
 * @param begun   the own notes in the making, as the database has them: when the console opened, and once the questions are over
 * @param unsettled the same with what waits to be saved: what is to be handed in or given up before the sheet locks
 * @param carried what is not saved yet, as the browser keeps it
 * @param now  the server's clock, which the browser's clocks follow
 * @param said what the last thing that was done was refused for
 */
record Screen(
        InterviewerView view,
        InterviewerView log,
        Person person,
        Names names,
        Optional<ExchangeView> exchange,
        Optional<String> agreed,
        Position position,
        SavedState saved,
        List<Sent> unsaved,
        Set<UUID> refused,
        Optional<List<Question>> offered,
        List<NoteDraft> begun,
        List<Words> unsettled,
        List<CarriedEntry> carried,
        Optional<Said> said,
        Instant now) {

    Phase phase() {
        return view.phase();
    }

    /** Where people stand on their way to it, by the clock. */
    Arrival arrival() {
        return Arrival.at(view.setup().startsAt(), now);
    }

    /** Whether this is the half of an exchange that is held first: what it takes too much comes off the second. */
    boolean firstHalf() {
        return exchange.filter(some -> some.isFirst(view.id())).isPresent();
    }

    /** Whether somebody has taken the candidate's chair and entered. */
    boolean candidateHere() {
        return view.candidateHere() && view.setup().candidate().isPresent();
    }

    /** Whether any of the interviewers has entered; whoever is one of them sits here. */
    boolean interviewerHere() {
        return counts() || !view.awaited().containsAll(view.setup().interviewers());
    }

    /** Under which a browser tab keeps what is not sent yet: whoever signs in there next must neither see nor send it. */
    String drafts() {
        return view.id().value() + "." + person.id();
    }

    boolean host() {
        return view.setup().host().equals(person.id());
    }

    /** Whether this person poses the questions, and ends the interview. */
    boolean leads() {
        return view.leads();
    }

    /** Whether this person's levels count. */
    boolean counts() {
        return view.seat() == Seat.INTERVIEWER;
    }

    /** Whether this person scores for training only. */
    boolean trains() {
        return view.seat() == Seat.SHADOW;
    }

    /** Whether this person only watches, and has no sheet. */
    boolean observes() {
        return view.seat() == Seat.OBSERVER;
    }

    /** Whether the own sheet was not locked in time, so that it can no longer be. */
    boolean leftOut() {
        return !observes() && !view.sheet().locked() && (view.scoringClosed() || phase() == Phase.PUBLISHED);
    }

    /** The debrief, when that is what the middle of the screen is about. */
    Optional<DebriefScreen> talk() {
        return position.talk(view)
                .map(debrief -> new DebriefScreen(
                        view.id(),
                        debrief,
                        person.id(),
                        counts(),
                        names.candidate(),
                        names.atConsole(),
                        now,
                        person.zone(),
                        said(Place.DEBRIEF)));
    }

    /** Whether all clocks stand still. */
    boolean paused() {
        return phase() == Phase.LIVE && view.course().flatMap(Course::paused).isPresent();
    }

    boolean skipped(String questionId) {
        return view.course()
                .filter(course -> course.skipped().contains(questionId))
                .isPresent();
    }

    /** What can still be added to the agenda; absent while nobody asks. */
    Optional<List<Question>> addable() {
        return offered.map(questions -> questions.stream()
                .filter(question -> view.setup().agenda().item(question.id()).isEmpty())
                .toList());
    }

    /** The question that the middle of the screen is about; absent when that is the sheet or the debrief. */
    Optional<AgendaItem> shown() {
        return position.shown(view);
    }

    Optional<Question> question() {
        return shown().map(item -> guide(item.questionId()));
    }

    /** What a question is called on the agenda. */
    String title(String questionId) {
        return view.setup().agenda().item(questionId).map(AgendaItem::title).orElse(questionId);
    }

    Question guide(String questionId) {
        return Optional.ofNullable(view.guide().get(questionId)).orElseThrow();
    }

    Optional<Posed> posed(String questionId) {
        return view.course().flatMap(course -> course.posed(questionId));
    }

    Optional<Posed> posed() {
        return shown().flatMap(item -> posed(item.questionId()));
    }

    boolean onTable(String questionId) {
        return Position.open(view).filter(questionId::equals).isPresent();
    }

    /** Whether the shown question is the one that the candidate has before them. */
    boolean onTable() {
        return shown().filter(item -> onTable(item.questionId())).isPresent();
    }

    /** Whether this person can follow up on the answer now. */
    boolean mayProbe() {
        return phase() == Phase.LIVE && onTable() && counts();
    }

    Optional<Probe> probe(Rung rung) {
        return probes().stream().filter(probe -> probe.rung() == rung).findFirst();
    }

    /** The lowest rung at which nobody has probed yet. */
    Optional<Rung> nextRung() {
        return Arrays.stream(Rung.values())
                .filter(rung -> probe(rung).isEmpty())
                .findFirst();
    }

    boolean own(Probe probe) {
        return probe.by().equals(view.sheet().interviewer());
    }

    /** The probe that this person asked last. */
    Optional<Probe> lastOwnProbe() {
        return probes().reversed().stream().filter(this::own).findFirst();
    }

    /** The highest rung at which the answer held, as far as this person may know. */
    Optional<Rung> ceiling() {
        return probes().stream()
                .filter(probe -> probe.held().orElse(false))
                .map(Probe::rung)
                .max(Comparator.naturalOrder());
    }

    private List<Probe> probes() {
        return posed().map(Posed::probes).orElse(List.of());
    }

    /** Whether the own sheet still takes levels, judgements and notes. */
    boolean sheetOpen() {
        return (phase() == Phase.LIVE || phase() == Phase.DEBRIEFING)
                && !observes()
                && !view.scoringClosed()
                && !view.sheet().locked();
    }

    /** Notes that keep the sheet from locking; none while it cannot lock anyway. */
    List<Words> keepFromLocking() {
        return phase() == Phase.DEBRIEFING && sheetOpen() ? unsettled : List.of();
    }

    /** Notes that never came onto the sheet, and now can only be read. */
    List<NoteDraft> leftOver() {
        boolean over = phase() != Phase.SCHEDULED && phase() != Phase.LIVE;
        return over && !sheetOpen() ? begun : List.of();
    }

    /** Whether levels, judgements and notes can be given for the shown question. */
    boolean writable() {
        return sheetOpen() && posed().isPresent();
    }

    Optional<Level> level(Shift shift) {
        return shown().flatMap(item -> view.sheet().level(item.questionId(), shift));
    }

    /** Whether the level that is shown for a shift is not saved yet. */
    boolean unsaved(Shift shift) {
        return shown().filter(item -> !view.sheet()
                        .level(item.questionId(), shift)
                        .equals(log.sheet().level(item.questionId(), shift)))
                .isPresent();
    }

    boolean unsavedTrap(String trapId) {
        return shown().filter(item -> !view.sheet()
                        .trap(item.questionId(), trapId)
                        .equals(log.sheet().trap(item.questionId(), trapId)))
                .isPresent();
    }

    boolean unsaved(Evidence note) {
        return !log.sheet().evidence().contains(note);
    }

    boolean unsaved(Probe probe) {
        return savedPosed().stream().noneMatch(posed -> posed.probes().contains(probe));
    }

    boolean unsaved(Height height) {
        return savedPosed().stream().noneMatch(posed -> posed.heights().contains(height));
    }

    /** Whether the candidate does not see the question yet that was entered as posed. */
    boolean unsavedQuestion() {
        return shown().filter(item -> !Position.open(view).equals(Position.open(log)))
                .filter(item -> onTable(item.questionId()))
                .isPresent();
    }

    private Optional<Posed> savedPosed() {
        return shown().flatMap(item -> log.course().flatMap(course -> course.posed(item.questionId())));
    }

    Optional<TrapJudgement> judgement(String trapId) {
        return shown().flatMap(item -> view.sheet().trap(item.questionId(), trapId));
    }

    List<Evidence> evidence() {
        return shown().map(item -> view.sheet().evidenceFor(item.questionId()))
                .orElseGet(() -> view.sheet().evidence());
    }

    /** What became of a note that was handed in. */
    NoteState note(UUID id) {
        if (refused.contains(id)) {
            return NoteState.REFUSED;
        }
        return unsaved.stream().anyMatch(sent -> sent.commandId().equals(id)) ? NoteState.WAITING : NoteState.KEPT;
    }

    Optional<Shift> currentShift() {
        return shown().flatMap(position::currentShift);
    }

    Optional<AgendaItem.Trap> currentTrap() {
        return shown().flatMap(position::currentTrap);
    }

    Optional<String> said(Place place) {
        return said.filter(one -> one.place() == place).map(Said::sentence);
    }
}
