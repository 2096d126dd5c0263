package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;

/** What becomes of the people and the time of an interview. */
final class SetupChanges {
    private SetupChanges() {}

    /** The host leads at first. */
    static Interview scheduled(InterviewEvent.Scheduled event, PersonId host) {
        var seats =
                new Seats(host, host, Set.copyOf(event.interviewers()), Map.of(), event.candidate(), event.invitee());
        var rendezvous = new Rendezvous(event.startsAt(), event.zone(), Optional.empty());
        var setup = new Setup(event.kind(), seats, rendezvous, event.agenda(), List.of());
        return new Interview.Scheduled(setup, Set.of());
    }

    /** Whoever waited in the lobby waited for another time. */
    static Interview rescheduled(Step step, InterviewEvent.Rescheduled event) {
        return switch (step.known()) {
            case Interview.Scheduled now ->
                new Interview.Scheduled(
                        now.setup().with(now.setup().rendezvous().at(event.startsAt(), event.zone())), Set.of());
            case Held _, Interview.Cancelled _ -> throw step.impossible();
        };
    }

    /** Opening an invitation long before the time takes the chair, but nobody has come by that. */
    static Interview joined(Step step, Seat seat) {
        PersonId actor = step.recorded().actor();
        Setup before = step.known().setup();
        boolean takesChair = seat == Seat.CANDIDATE && !before.isCandidate(actor);
        Interview seated = takesChair ? step.onSeats(seats -> seats.withCandidate(actor)) : step.known();
        Instant lobbyOpens = before.startsAt().minus(Limits.LOBBY_OPENS_BEFORE);
        boolean onlyTakesChair = takesChair && step.recorded().at().isBefore(lobbyOpens);
        return seated instanceof Interview.Scheduled now && !onlyTakesChair ? now.with(actor) : seated;
    }

    static Interview seated(Step step, PersonId person, Seat seat) {
        return withSheets(step.onSeats(seats -> seats.with(person, seat)));
    }

    static Interview withdrawn(Step step, PersonId person) {
        return withSheets(step.onSeats(seats -> seats.without(person)));
    }

    /** One blank sheet for each who has one. */
    static Map<PersonId, Sheet> blankSheets(Setup setup) {
        return sheets(setup, Map.of());
    }

    /** Whoever goes, or only watches from now on, takes a sheet for training along, and the heights that they marked. */
    private static Interview withSheets(Interview changed) {
        if (!(changed instanceof Held held)) {
            return changed;
        }
        Setup setup = held.setup();
        return Step.with(
                held, held.course().markedOnlyBy(setup::hasSheet), sheets(setup, held.sheets()), held.selfScore());
    }

    private static Map<PersonId, Sheet> sheets(Setup setup, Map<PersonId, Sheet> begun) {
        return Stream.concat(setup.interviewers().stream(), setup.watchers().keySet().stream())
                .filter(setup::hasSheet)
                .collect(Collectors.toMap(person -> person, person -> begun.getOrDefault(person, Sheet.blank(person))));
    }
}
