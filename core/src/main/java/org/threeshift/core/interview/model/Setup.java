package org.threeshift.core.interview.model;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;

/**
 * Who meets when on what.
 *
 * @param host         who set it up; publishes, reschedules and cancels
 * @param lead         the interviewer who poses the questions; the host at first
 * @param interviewers who scores and counts; the host and the lead are among them
 * @param watchers     shadows and observers, by their seat
 * @param candidate    absent until somebody invited by link or e-mail has joined
 * @param invitee      how the host calls the candidate: a name or an e-mail address
 * @param agenda       as it stands now: reordered and added to
 * @param zone         the zone in which the time was agreed
 * @param meetingLink  https, where the call takes place; absent for the call that is built in
 */
public record Setup(
        Kind kind,
        PersonId host,
        PersonId lead,
        Set<PersonId> interviewers,
        Map<PersonId, Seat> watchers,
        Optional<PersonId> candidate,
        String invitee,
        Agenda agenda,
        Instant startsAt,
        ZoneId zone,
        Optional<URI> meetingLink) {
    public Setup {
        interviewers = Set.copyOf(interviewers);
        watchers = Map.copyOf(watchers);
    }

    /** Whose levels count. */
    public boolean isInterviewer(PersonId person) {
        return interviewers.contains(person);
    }

    public boolean isShadow(PersonId person) {
        return watchers.get(person) == Seat.SHADOW;
    }

    public boolean isObserver(PersonId person) {
        return watchers.get(person) == Seat.OBSERVER;
    }

    public boolean isLead(PersonId person) {
        return lead.equals(person);
    }

    /** Whether the person sits on the interviewers' side: whoever does may see the guide. */
    public boolean sitsAtConsole(PersonId person) {
        return isInterviewer(person) || watchers.containsKey(person);
    }

    /** Whether the person scores, be it for training only. */
    public boolean hasSheet(PersonId person) {
        return isInterviewer(person) || isShadow(person);
    }

    public boolean isCandidate(PersonId person) {
        return candidate.filter(person::equals).isPresent();
    }

    /** Absent for somebody without a part in it. */
    public Optional<Seat> seat(PersonId person) {
        if (isInterviewer(person)) {
            return Optional.of(Seat.INTERVIEWER);
        }
        return isCandidate(person) ? Optional.of(Seat.CANDIDATE) : Optional.ofNullable(watchers.get(person));
    }

    /** Everybody with a part in it, as far as known. */
    public Set<PersonId> seated() {
        var all = new HashSet<>(interviewers);
        all.addAll(watchers.keySet());
        candidate.ifPresent(all::add);
        return Set.copyOf(all);
    }

    /** As if nobody but this interviewer had scored. */
    public Setup scoredBy(PersonId interviewer) {
        return new Setup(
                kind,
                host,
                lead,
                Set.of(interviewer),
                Map.of(),
                candidate,
                invitee,
                agenda,
                startsAt,
                zone,
                meetingLink);
    }

    Setup withCandidate(PersonId person) {
        return new Setup(
                kind,
                host,
                lead,
                interviewers,
                watchers,
                Optional.of(person),
                invitee,
                agenda,
                startsAt,
                zone,
                meetingLink);
    }

    Setup at(Instant newStart, ZoneId newZone) {
        return new Setup(
                kind, host, lead, interviewers, watchers, candidate, invitee, agenda, newStart, newZone, meetingLink);
    }

    Setup seated(PersonId person, Seat seat) {
        var scoring = new HashSet<>(interviewers);
        var watching = new HashMap<>(watchers);
        watching.remove(person);
        if (seat == Seat.INTERVIEWER) {
            scoring.add(person);
        } else {
            watching.put(person, seat);
        }
        return new Setup(kind, host, lead, scoring, watching, candidate, invitee, agenda, startsAt, zone, meetingLink);
    }

    Setup without(PersonId watcher) {
        var watching = new HashMap<>(watchers);
        watching.remove(watcher);
        return new Setup(
                kind, host, lead, interviewers, watching, candidate, invitee, agenda, startsAt, zone, meetingLink);
    }

    Setup ledBy(PersonId person) {
        return new Setup(
                kind, host, person, interviewers, watchers, candidate, invitee, agenda, startsAt, zone, meetingLink);
    }

    Setup on(Agenda changed) {
        return new Setup(
                kind, host, lead, interviewers, watchers, candidate, invitee, changed, startsAt, zone, meetingLink);
    }

    Setup withoutWords(String called, Optional<URI> link) {
        return new Setup(kind, host, lead, interviewers, watchers, candidate, called, agenda, startsAt, zone, link);
    }

    Setup meetingAt(Optional<URI> link) {
        return new Setup(kind, host, lead, interviewers, watchers, candidate, invitee, agenda, startsAt, zone, link);
    }
}
