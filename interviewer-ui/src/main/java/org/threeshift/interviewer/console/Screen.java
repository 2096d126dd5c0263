package org.threeshift.interviewer.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Course.Posed;
import org.threeshift.core.interview.model.Evidence;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/**
 * All that one look at the console shows.
 *
 * @param now  the server's clock, which the browser's clocks follow
 * @param said what the last thing that was done was refused for
 */
record Screen(
        InterviewerView view,
        Person person,
        Names names,
        Position position,
        SavedState saved,
        Optional<Said> said,
        Instant now) {

    Phase phase() {
        return view.phase();
    }

    /** Whether somebody has taken the candidate's chair and entered. */
    boolean candidateHere() {
        return view.candidateHere() && view.setup().candidate().isPresent();
    }

    /** Under which a browser tab keeps what is not sent yet: whoever signs in there next must neither see nor send it. */
    String drafts() {
        return view.id().value() + "." + person.id();
    }

    boolean host() {
        return view.setup().host().equals(person.id());
    }

    /** The question that the middle of the screen is about; absent when that is the sheet. */
    Optional<AgendaItem> shown() {
        return position.shown(view);
    }

    Optional<Question> question() {
        return shown().map(item -> guide(item.questionId()));
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

    /** Whether the own sheet still takes levels, judgements and notes. */
    boolean sheetOpen() {
        return (phase() == Phase.LIVE || phase() == Phase.DEBRIEFING)
                && !view.sheet().locked();
    }

    /** Whether levels, judgements and notes can be given for the shown question. */
    boolean writable() {
        return sheetOpen() && posed().isPresent();
    }

    Optional<Level> level(Shift shift) {
        return shown().flatMap(item -> view.sheet().level(item.questionId(), shift));
    }

    Optional<TrapJudgement> judgement(String trapId) {
        return shown().flatMap(item -> view.sheet().trap(item.questionId(), trapId));
    }

    List<Evidence> evidence() {
        return shown().map(item -> view.sheet().evidenceFor(item.questionId()))
                .orElseGet(() -> view.sheet().evidence());
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
