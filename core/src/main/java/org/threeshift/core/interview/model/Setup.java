package org.threeshift.core.interview.model;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;

/**
 * Who meets when on what.
 *
 * @param agenda  as it stands now: reordered and added to
 * @param putAway agendas in whose place another was chosen before it began: who leads has read their guides
 */
public record Setup(Kind kind, Seats seats, Rendezvous rendezvous, Agenda agenda, List<Agenda> putAway) {
    public Setup {
        putAway = List.copyOf(putAway);
    }

    /** Who set it up; publishes, reschedules and cancels. */
    public PersonId host() {
        return seats.host();
    }

    /** The interviewer who poses the questions; the host at first. */
    public PersonId lead() {
        return seats.lead();
    }

    /** Who scores and counts; the host and the lead are among them. */
    public Set<PersonId> interviewers() {
        return seats.interviewers();
    }

    /** Shadows and observers, by their seat. */
    public Map<PersonId, Seat> watchers() {
        return seats.watchers();
    }

    /** Absent until somebody invited by link or e-mail has joined. */
    public Optional<PersonId> candidate() {
        return seats.candidate();
    }

    /** How the host calls the candidate: a name or an e-mail address. */
    public String invitee() {
        return seats.invitee();
    }

    public Instant startsAt() {
        return rendezvous.startsAt();
    }

    /** The zone in which the time was agreed. */
    public ZoneId zone() {
        return rendezvous.zone();
    }

    /** Over https, where the call takes place; absent for the call that is built in. */
    public Optional<URI> meetingLink() {
        return rendezvous.meetingLink();
    }

    /** Whose levels count. */
    public boolean isInterviewer(PersonId person) {
        return interviewers().contains(person);
    }

    public boolean isShadow(PersonId person) {
        return watchers().get(person) == Seat.SHADOW;
    }

    public boolean isObserver(PersonId person) {
        return watchers().get(person) == Seat.OBSERVER;
    }

    public boolean isLead(PersonId person) {
        return lead().equals(person);
    }

    /** Whether the person sits on the interviewers' side: whoever does may see the guide. */
    public boolean sitsAtConsole(PersonId person) {
        return isInterviewer(person) || watchers().containsKey(person);
    }

    /** Whether the person scores, be it for training only. */
    public boolean hasSheet(PersonId person) {
        return isInterviewer(person) || isShadow(person);
    }

    public boolean isCandidate(PersonId person) {
        return candidate().filter(person::equals).isPresent();
    }

    /** Absent for somebody without a part in it. */
    public Optional<Seat> seat(PersonId person) {
        return seats.of(person);
    }

    /** Everybody with a part in it, as far as known. */
    public Set<PersonId> seated() {
        return seats.taken();
    }

    /** As if nobody but this interviewer had scored. */
    public Setup scoredBy(PersonId interviewer) {
        return with(seats.scoredBy(interviewer));
    }

    Setup with(Seats changed) {
        return new Setup(kind, changed, rendezvous, agenda, putAway);
    }

    Setup with(Rendezvous changed) {
        return new Setup(kind, seats, changed, agenda, putAway);
    }

    Setup on(Agenda changed) {
        return new Setup(kind, seats, rendezvous, changed, putAway);
    }

    Setup insteadOn(Agenda chosen) {
        List<Agenda> away = Stream.concat(putAway.stream(), Stream.of(agenda)).toList();
        return new Setup(kind, seats, rendezvous, chosen, away);
    }
}
