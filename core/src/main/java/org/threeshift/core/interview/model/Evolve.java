package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.threeshift.core.interview.model.Interview.Debriefing;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.Interview.Live;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
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
            case InterviewEvent.Joined(var seat) -> joined(known(state, recorded), seat, actor, at);
            case InterviewEvent.Started() -> started(known(state, recorded).setup(), at);
            case InterviewEvent.QuestionPosed(var question) ->
                onCourse(state, recorded, course -> course.pose(question, at));
            case InterviewEvent.ProbeAsked(var question, var rung) ->
                onCourse(state, recorded, course -> course.change(question, asked -> asked.probed(rung, at, actor)));
            case InterviewEvent.ProbeJudged(var question, var rung, var held) ->
                onCourse(state, recorded, course -> course.change(question, asked -> asked.probeJudged(rung, held)));
            case InterviewEvent.HeightReached(var question, var shift) ->
                onCourse(state, recorded, course -> course.change(question, asked -> asked.reached(shift, at, actor)));
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
                yield new Debriefing(held.setup(), held.course().closeAll(at), held.sheets(), held.selfScore(), at);
            }
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
                                now.setup(), now.course(), now.sheets(), now.selfScore(), now.finishedAt(), at);
                    case Live _, Interview.Published _ -> throw impossible(state, recorded);
                };
        };
    }

    private static Interview scheduled(InterviewEvent.Scheduled event, PersonId host) {
        var setup = new Setup(
                event.kind(),
                host,
                Set.copyOf(event.interviewers()),
                event.candidate(),
                event.invitee(),
                event.agenda(),
                event.startsAt(),
                event.zone());
        return new Interview.Scheduled(setup, Set.of());
    }

    /** Opening an invitation long before the time takes the chair, but nobody has come by that. */
    private static Interview joined(Known known, Seat seat, PersonId actor, Instant at) {
        boolean onlyTakesChair = seat == Seat.CANDIDATE
                && !known.setup().isCandidate(actor)
                && at.isBefore(known.setup().startsAt().minus(Limits.LOBBY_OPENS_BEFORE));
        Setup setup = seat == Seat.CANDIDATE ? known.setup().withCandidate(actor) : known.setup();
        return switch (known) {
            case Interview.Scheduled now -> {
                var seated = new Interview.Scheduled(setup, now.here());
                yield onlyTakesChair ? seated : seated.with(actor);
            }
            case Live now -> new Live(setup, now.course(), now.sheets(), now.selfScore());
            case Debriefing now -> new Debriefing(setup, now.course(), now.sheets(), now.selfScore(), now.finishedAt());
            case Interview.Published now -> now;
            case Interview.Cancelled now -> now;
        };
    }

    private static Interview started(Setup setup, Instant at) {
        Map<PersonId, Sheet> blank =
                setup.interviewers().stream().collect(Collectors.toMap(person -> person, Sheet::blank));
        return new Live(setup, Course.begun(at), blank, Optional.empty());
    }

    private static Interview onCourse(Interview state, Recorded recorded, UnaryOperator<Course> change) {
        Held held = held(state, recorded);
        return with(held, change.apply(held.course()), held.sheets(), held.selfScore());
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
            case Debriefing now -> new Debriefing(now.setup(), course, sheets, selfScore, now.finishedAt());
            case Interview.Published now ->
                new Interview.Published(now.setup(), course, sheets, selfScore, now.finishedAt(), now.publishedAt());
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

    private static IllegalStateException impossible(Interview state, Recorded recorded) {
        return new IllegalStateException("Event " + recorded.seq() + " of interview " + recorded.interview() + " ("
                + recorded.event().getClass().getSimpleName() + ") cannot follow state "
                + state.getClass().getSimpleName());
    }
}
