package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.Interview.Debriefing;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.Interview.Live;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Rung;

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
        PersonId actor = recorded.actor();
        Instant at = recorded.at();
        return switch (recorded.event()) {
            case InterviewEvent.Scheduled event -> scheduled(event, actor);
            case InterviewEvent.Rescheduled(var startsAt, var zone, var _) ->
                switch (known(state, recorded)) {
                    // Whoever waited in the lobby waited for another time.
                    case Interview.Scheduled now ->
                        new Interview.Scheduled(now.setup().at(startsAt, zone), Set.of());
                    case Held _, Interview.Cancelled _ -> throw impossible(state, recorded);
                };
            case InterviewEvent.Cancelled(var reason) ->
                new Interview.Cancelled(known(state, recorded).setup(), Optional.empty(), reason, at);
            case InterviewEvent.NoShowReported(var absent) ->
                new Interview.Cancelled(known(state, recorded).setup(), Optional.of(absent), "", at);
            case InterviewEvent.SeatGiven(var person, var seat) -> seated(known(state, recorded), person, seat);
            case InterviewEvent.SeatWithdrawn(var person) -> withdrawn(known(state, recorded), person);
            case InterviewEvent.LeadPassed(var to) -> onSetup(known(state, recorded), setup -> setup.ledBy(to));
            case InterviewEvent.MeetingLinkSet(var link) ->
                onSetup(known(state, recorded), setup -> setup.meetingAt(link));
            case InterviewEvent.AgendaReordered(var order) ->
                onSetup(known(state, recorded), setup -> setup.on(setup.agenda().inOrder(order)));
            case InterviewEvent.QuestionAdded(var item) ->
                onSetup(known(state, recorded), setup -> setup.on(setup.agenda().with(item)));
            case InterviewEvent.Joined(var seat) -> joined(known(state, recorded), seat, actor, at);
            case InterviewEvent.Started() -> started(known(state, recorded).setup(), at);
            case InterviewEvent.Paused() -> onCourse(state, recorded, course -> course.paused(at));
            case InterviewEvent.Resumed() -> onCourse(state, recorded, course -> course.resumed(at));
            case InterviewEvent.QuestionSkipped(var question) ->
                onCourse(state, recorded, course -> course.skip(question, at));
            case InterviewEvent.QuestionPosed(var question) ->
                onCourse(state, recorded, course -> course.pose(question, at));
            case InterviewEvent.ProbeAsked(var question, var rung) ->
                onBoth(
                        state,
                        recorded,
                        course -> course.change(question, asked -> asked.probed(rung, at, actor)),
                        new Reversal.OfProbe(question, rung));
            case InterviewEvent.ProbeJudged(var question, var rung, var held) ->
                onBoth(
                        state,
                        recorded,
                        course -> course.change(question, asked -> asked.probeJudged(rung, Optional.of(held))),
                        new Reversal.OfProbeJudgement(question, rung, judgement(state, recorded, question, rung)));
            case InterviewEvent.HeightReached(var question, var shift) ->
                onBoth(
                        state,
                        recorded,
                        course -> course.change(question, asked -> asked.reached(shift, at, actor)),
                        new Reversal.OfHeight(question, shift));
            case InterviewEvent.Undone(var reversal) ->
                onSheet(
                        onCourse(state, recorded, course -> undone(course, reversal, actor)),
                        recorded,
                        sheet -> sheet.undone(reversal));
            case InterviewEvent.QuestionClosed(var question) ->
                onCourse(state, recorded, course -> course.close(question, at));
            case InterviewEvent.Rated(var question, var shift, var level) ->
                onSheet(state, recorded, sheet -> sheet.rated(question, shift, level));
            case InterviewEvent.TrapJudged(var question, var trap, var judgement) ->
                onSheet(state, recorded, sheet -> sheet.judged(question, trap, judgement));
            case InterviewEvent.EvidenceNoted(var id, var question, var text) ->
                onSheet(state, recorded, sheet -> sheet.noted(new Evidence(id, question, text, at, Optional.empty())));
            case InterviewEvent.EvidenceRevised(var id, var text) ->
                onSheet(state, recorded, sheet -> sheet.revised(id, text, at));
            case InterviewEvent.EvidenceWithdrawn(var id) -> onSheet(state, recorded, sheet -> sheet.withdrawn(id));
            case InterviewEvent.Finished() -> {
                Held held = held(state, recorded);
                yield new Debriefing(
                        held.setup(), held.course().closeAll(at), held.sheets(), held.selfScore(), at, false);
            }
            case InterviewEvent.ScoringClosed() ->
                switch (held(state, recorded)) {
                    case Debriefing now ->
                        new Debriefing(
                                now.setup(), now.course(), now.sheets(), now.selfScore(), now.finishedAt(), true);
                    case Live _, Interview.Published _ -> throw impossible(state, recorded);
                };
            case InterviewEvent.SheetLocked(var verdict, var summary) ->
                onSheet(state, recorded, sheet -> sheet.locked(verdict, summary, at));
            case InterviewEvent.SheetAmended(var amendment, var reason) ->
                onSheet(state, recorded, sheet -> sheet.amended(amendment, reason, at));
            case InterviewEvent.SelfScored(var ratings) -> {
                Held held = held(state, recorded);
                yield with(held, held.course(), held.sheets(), Optional.of(new Interview.SelfScore(ratings, at)));
            }
            case InterviewEvent.Published(var _) ->
                switch (held(state, recorded)) {
                    case Debriefing now ->
                        new Interview.Published(
                                now.setup(),
                                now.course(),
                                now.sheets(),
                                now.selfScore(),
                                now.finishedAt(),
                                at,
                                Optional.empty());
                    case Live _, Interview.Published _ -> throw impossible(state, recorded);
                };
            case InterviewEvent.DebriefOpened(var gaps) ->
                switch (held(state, recorded)) {
                    case Interview.Published now -> now.with(Debrief.opened(gaps, at));
                    case Live _, Debriefing _ -> throw impossible(state, recorded);
                };
            case InterviewEvent.DebriefMoved(var step) -> onDebrief(state, recorded, talk -> talk.moved(step, at));
            case InterviewEvent.SentenceWorded(var sentence) ->
                onDebrief(state, recorded, talk -> talk.worded(sentence, actor, at));
            case InterviewEvent.SentenceConfirmed(var _) -> onDebrief(state, recorded, talk -> talk.confirmedBy(actor));
            case InterviewEvent.DebriefEnded(var absent) -> onDebrief(state, recorded, talk -> talk.ended(absent, at));
        };
    }

    private static Interview scheduled(InterviewEvent.Scheduled event, PersonId host) {
        var setup = new Setup(
                event.kind(),
                host,
                host,
                Set.copyOf(event.interviewers()),
                Map.of(),
                event.candidate(),
                event.invitee(),
                event.agenda(),
                event.startsAt(),
                event.zone(),
                Optional.empty());
        return new Interview.Scheduled(setup, Set.of());
    }

    /** Opening an invitation long before the time takes the chair, but nobody has come by that. */
    private static Interview joined(Known known, Seat seat, PersonId actor, Instant at) {
        boolean onlyTakesChair = seat == Seat.CANDIDATE
                && !known.setup().isCandidate(actor)
                && at.isBefore(known.setup().startsAt().minus(Limits.LOBBY_OPENS_BEFORE));
        Setup setup = seat == Seat.CANDIDATE ? known.setup().withCandidate(actor) : known.setup();
        return known instanceof Interview.Scheduled now
                ? joined(new Interview.Scheduled(setup, now.here()), actor, onlyTakesChair)
                : onSetup(known, _ -> setup);
    }

    private static Interview joined(Interview.Scheduled seated, PersonId actor, boolean onlyTakesChair) {
        return onlyTakesChair ? seated : seated.with(actor);
    }

    /** A published or cancelled interview keeps the people whom it had. */
    private static Interview onSetup(Known known, UnaryOperator<Setup> change) {
        return switch (known) {
            case Interview.Scheduled now -> new Interview.Scheduled(change.apply(now.setup()), now.here());
            case Live now -> new Live(change.apply(now.setup()), now.course(), now.sheets(), now.selfScore());
            case Debriefing now ->
                new Debriefing(
                        change.apply(now.setup()),
                        now.course(),
                        now.sheets(),
                        now.selfScore(),
                        now.finishedAt(),
                        now.scoringClosed());
            case Interview.Published now -> now;
            case Interview.Cancelled now -> now;
        };
    }

    private static Interview seated(Known known, PersonId person, Seat seat) {
        return withSheets(onSetup(known, setup -> setup.seated(person, seat)));
    }

    /** Whoever goes takes a sheet for training along. */
    private static Interview withdrawn(Known known, PersonId person) {
        return withSheets(onSetup(known, setup -> setup.without(person)));
    }

    /** One sheet for each who has one, and for nobody else. */
    private static Interview withSheets(Interview changed) {
        return changed instanceof Held held
                ? with(held, held.course(), sheets(held.setup(), held.sheets()), held.selfScore())
                : changed;
    }

    private static Map<PersonId, Sheet> sheets(Setup setup, Map<PersonId, Sheet> begun) {
        return Stream.concat(setup.interviewers().stream(), setup.watchers().keySet().stream())
                .filter(setup::hasSheet)
                .collect(Collectors.toMap(person -> person, person -> begun.getOrDefault(person, Sheet.blank(person))));
    }

    private static Interview started(Setup setup, Instant at) {
        return new Live(setup, Course.begun(at), sheets(setup, Map.of()), Optional.empty());
    }

    private static Interview onCourse(Interview state, Recorded recorded, UnaryOperator<Course> change) {
        Held held = held(state, recorded);
        return with(held, change.apply(held.course()), held.sheets(), held.selfScore());
    }

    private static Interview onBoth(
            Interview state, Recorded recorded, UnaryOperator<Course> change, Reversal reversal) {
        return onSheet(onCourse(state, recorded, change), recorded, sheet -> sheet.reversible(reversal));
    }

    private static Optional<Boolean> judgement(Interview state, Recorded recorded, String question, Rung rung) {
        return held(state, recorded).course().posed(question).stream()
                .flatMap(posed -> posed.probes().stream())
                .filter(probe -> probe.rung() == rung)
                .findFirst()
                .flatMap(Course.Probe::held);
    }

    private static Course undone(Course course, Reversal reversal, PersonId actor) {
        return switch (reversal) {
            case Reversal.OfLevel _, Reversal.OfTrap _ -> course;
            case Reversal.OfProbe(var question, var rung) -> course.change(question, asked -> asked.unprobed(rung));
            case Reversal.OfProbeJudgement(var question, var rung, var restored) ->
                course.change(question, asked -> asked.probeJudged(rung, restored));
            case Reversal.OfHeight(var question, var shift) ->
                course.change(question, asked -> asked.notReached(shift, actor));
        };
    }

    private static Interview onDebrief(Interview state, Recorded recorded, UnaryOperator<Debrief> change) {
        return state instanceof Interview.Published now && now.debrief().isPresent()
                ? now.with(change.apply(now.debrief().get()))
                : impossibleNow(state, recorded);
    }

    private static Interview onSheet(Interview state, Recorded recorded, UnaryOperator<Sheet> change) {
        Held held = held(state, recorded);
        var sheets = new LinkedHashMap<>(held.sheets());
        sheets.put(recorded.actor(), change.apply(held.sheet(recorded.actor())));
        return with(held, held.course(), Map.copyOf(sheets), held.selfScore());
    }

    private static Interview with(
            Held held, Course course, Map<PersonId, Sheet> sheets, Optional<Interview.SelfScore> selfScore) {
        return switch (held) {
            case Live now -> new Live(now.setup(), course, sheets, selfScore);
            case Debriefing now ->
                new Debriefing(now.setup(), course, sheets, selfScore, now.finishedAt(), now.scoringClosed());
            case Interview.Published now ->
                new Interview.Published(
                        now.setup(), course, sheets, selfScore, now.finishedAt(), now.publishedAt(), now.debrief());
        };
    }

    private static Known known(Interview state, Recorded recorded) {
        return switch (state) {
            case Known known -> known;
            case Interview.Unscheduled _ -> throw impossible(state, recorded);
        };
    }

    private static Held held(Interview state, Recorded recorded) {
        return switch (state) {
            case Held held -> held;
            case Interview.Scheduled _, Interview.Cancelled _, Interview.Unscheduled _ ->
                throw impossible(state, recorded);
        };
    }

    private static Interview impossibleNow(Interview state, Recorded recorded) {
        throw impossible(state, recorded);
    }

    private static IllegalStateException impossible(Interview state, Recorded recorded) {
        return new IllegalStateException("Event " + recorded.seq() + " of interview " + recorded.interview() + " ("
                + recorded.event().getClass().getSimpleName() + ") cannot follow state "
                + state.getClass().getSimpleName());
    }
}
