package org.threeshift.core.interview.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.people.PersonId;

/**
 * Who meets when on what.
 *
 * @param host         who set it up; publishes, reschedules and cancels
 * @param interviewers who scores; the host is one of them
 * @param candidate    absent until somebody invited by link or e-mail has joined
 * @param invitee      how the host calls the candidate: a name or an e-mail address
 * @param zone         the zone in which the time was agreed
 */
public record Setup(
        Kind kind,
        PersonId host,
        Set<PersonId> interviewers,
        Optional<PersonId> candidate,
        String invitee,
        Agenda agenda,
        Instant startsAt,
        ZoneId zone) {
    public Setup {
        interviewers = Set.copyOf(interviewers);
    }

    public boolean isInterviewer(PersonId person) {
        return interviewers.contains(person);
    }

    public boolean isCandidate(PersonId person) {
        return candidate.filter(person::equals).isPresent();
    }

    Setup withCandidate(PersonId person) {
        return new Setup(kind, host, interviewers, Optional.of(person), invitee, agenda, startsAt, zone);
    }

    Setup at(Instant newStart, ZoneId newZone) {
        return new Setup(kind, host, interviewers, candidate, invitee, agenda, newStart, newZone);
    }
}
