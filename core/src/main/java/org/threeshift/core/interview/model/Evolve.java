package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/** The fold: what a log means. Total over every event; only an event that its state cannot have seen is a bug. */
public final class Evolve {
    private Evolve() {}

    /** The state after all events, in their order. */
    public static Interview fold(List<Recorded> log) {
        Interview state = new Interview.Unscheduled();
        for (Recorded recorded : log) {
            state = evolve(state, recorded);
        }
        return state;
    }

    /**
     * The state after one more event.
     *
     * @throws IllegalStateException when the log is not one that {@link Decide} wrote
     */
    public static Interview evolve(Interview state, Recorded recorded) {
        var step = new Step(state, recorded);
        PersonId actor = recorded.actor();
        Instant at = recorded.at();
        return switch (recorded.event()) {
            case InterviewEvent.Scheduled event -> SetupChanges.scheduled(event, actor);
            case InterviewEvent.Rescheduled event -> SetupChanges.rescheduled(step, event);
            case InterviewEvent.Cancelled(var reason) ->
                new Interview.Cancelled(step.known().setup(), Optional.empty(), reason, actor, at);
            case InterviewEvent.NoShowReported(var absent) ->
                new Interview.Cancelled(step.known().setup(), Optional.of(absent), "", actor, at);
            case InterviewEvent.SeatGiven(var person, var seat) -> SetupChanges.seated(step, person, seat);
            case InterviewEvent.SeatWithdrawn(var person) -> SetupChanges.withdrawn(step, person);
            case InterviewEvent.LeadPassed(var to) -> step.onSeats(seats -> seats.ledBy(to));
            case InterviewEvent.MeetingLinkSet(var link) ->
                step.onSetup(setup -> setup.with(setup.rendezvous().meetingAt(link)));
            case InterviewEvent.AgendaReordered(var order) ->
                step.onSetup(setup -> setup.on(setup.agenda().inOrder(order)));
            case InterviewEvent.RoundChosen(var agenda) -> step.onSetup(setup -> setup.insteadOn(agenda));
            case InterviewEvent.QuestionAdded(var item) ->
                step.onSetup(setup -> setup.on(setup.agenda().with(item)));
            case InterviewEvent.Joined(var seat) -> SetupChanges.joined(step, seat);
            case InterviewEvent.Started() -> PhaseChanges.started(step);
            case InterviewEvent.Paused() -> step.onCourse(course -> course.paused(at));
            case InterviewEvent.Resumed() -> step.onCourse(course -> course.resumed(at));
            case InterviewEvent.QuestionSkipped(var question) -> step.onCourse(course -> course.skip(question, at));
            case InterviewEvent.QuestionPosed(var question) -> step.onCourse(course -> course.pose(question, at));
            case InterviewEvent.QuestionClosed(var question) -> step.onCourse(course -> course.close(question, at));
            case InterviewEvent.ProbeAsked(var question, var rung) -> CourseChanges.probed(step, question, rung);
            case InterviewEvent.ProbeJudged(var question, var rung, var held) ->
                CourseChanges.probeJudged(step, question, rung, held);
            case InterviewEvent.HeightReached(var question, var shift) -> CourseChanges.reached(step, question, shift);
            case InterviewEvent.Undone(var reversal) -> CourseChanges.undone(step, reversal);
            case InterviewEvent.Rated(var question, var shift, var level) ->
                step.onSheet(sheet -> sheet.rated(question, shift, level));
            case InterviewEvent.TrapJudged(var question, var trap, var judgement) ->
                step.onSheet(sheet -> sheet.judged(question, trap, judgement));
            case InterviewEvent.EvidenceNoted(var id, var question, var text) ->
                step.onSheet(sheet -> sheet.noted(new Evidence(id, question, text, at, Optional.empty())));
            case InterviewEvent.EvidenceRevised(var id, var text) -> step.onSheet(sheet -> sheet.revised(id, text, at));
            case InterviewEvent.EvidenceWithdrawn(var id) -> step.onSheet(sheet -> sheet.withdrawn(id));
            case InterviewEvent.PromiseMarked(var id, var promise) -> step.onSheet(sheet -> sheet.marked(id, promise));
            case InterviewEvent.Finished() -> PhaseChanges.finished(step);
            case InterviewEvent.ScoringClosed() -> PhaseChanges.scoringClosed(step);
            case InterviewEvent.SheetLocked(var verdict, var summary) ->
                step.onSheet(sheet -> sheet.locked(verdict, summary, at));
            case InterviewEvent.SheetAmended(var amendment, var reason) ->
                step.onSheet(sheet -> sheet.amended(amendment, reason, at));
            case InterviewEvent.SelfScored(var ratings) -> step.scoredBySelf(new Interview.SelfScore(ratings, at));
            case InterviewEvent.Published(var _) -> PhaseChanges.published(step);
            case InterviewEvent.DebriefOpened(var gaps) -> PhaseChanges.debriefOpened(step, gaps);
            case InterviewEvent.DebriefMoved(var to) -> step.onDebrief(talk -> talk.moved(to, at));
            case InterviewEvent.SentenceWorded(var sentence) ->
                step.onDebrief(talk -> talk.worded(sentence, actor, at));
            case InterviewEvent.SentenceConfirmed(var _) -> step.onDebrief(talk -> talk.confirmedBy(actor));
            case InterviewEvent.DebriefEnded(var absent) -> step.onDebrief(talk -> talk.ended(absent, at));
            case InterviewEvent.PersonMerged(var guest, var account) -> Merging.merged(step, guest, account);
            case InterviewEvent.WordsErased event -> ErasedWords.without(step.known(), event);
        };
    }
}
