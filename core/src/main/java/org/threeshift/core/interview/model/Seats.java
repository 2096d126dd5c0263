package org.threeshift.core.interview.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;

/**
 * Who has which part in an interview.
 *
 * @param host         who set it up; publishes, reschedules and cancels
 * @param lead         the interviewer who poses the questions; the host at first
 * @param interviewers who scores and counts; the host and the lead are among them
 * @param watchers     shadows and observers, by their seat
 * @param candidate    absent until somebody invited by link or e-mail has joined
 * @param invitee      how the host calls the candidate: a name or an e-mail address
 */
record Seats(
        PersonId host,
        PersonId lead,
        Set<PersonId> interviewers,
        Map<PersonId, Seat> watchers,
        Optional<PersonId> candidate,
        String invitee) {
    Seats {
        interviewers = Set.copyOf(interviewers);
        watchers = Map.copyOf(watchers);
    }

    /** Absent for somebody without a part in it. */
    Optional<Seat> of(PersonId person) {
        if (interviewers.contains(person)) {
            return Optional.of(Seat.INTERVIEWER);
        }
        return candidate.filter(person::equals).isPresent()
                ? Optional.of(Seat.CANDIDATE)
                : Optional.ofNullable(watchers.get(person));
    }

    /** Everybody with a part in it, as far as known. */
    Set<PersonId> taken() {
        var all = new HashSet<>(interviewers);
        all.addAll(watchers.keySet());
        candidate.ifPresent(all::add);
        return Set.copyOf(all);
    }

    /** As if nobody but this interviewer had scored. */
    Seats scoredBy(PersonId interviewer) {
        return new Seats(host, lead, Set.of(interviewer), Map.of(), candidate, invitee);
    }

    Seats withCandidate(PersonId person) {
        return new Seats(host, lead, interviewers, watchers, Optional.of(person), invitee);
    }

    /** With somebody on the interviewers' side, whichever seat they had there before. */
    Seats with(PersonId person, Seat seat) {
        var scoring = new HashSet<>(interviewers);
        var watching = new HashMap<>(watchers);
        watching.remove(person);
        if (seat == Seat.INTERVIEWER) {
            scoring.add(person);
        } else {
            watching.put(person, seat);
        }
        return new Seats(host, lead, scoring, watching, candidate, invitee);
    }

    Seats without(PersonId watcher) {
        var watching = new HashMap<>(watchers);
        watching.remove(watcher);
        return new Seats(host, lead, interviewers, watching, candidate, invitee);
    }

    Seats ledBy(PersonId person) {
        return new Seats(host, person, interviewers, watchers, candidate, invitee);
    }

    Seats called(String candidatesName) {
        return new Seats(host, lead, interviewers, watchers, candidate, candidatesName);
    }
}
