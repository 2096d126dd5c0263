package org.threeshift.core.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * An interview as a calendar holds it: when, who and on which round, and nothing of what is asked in it.
 *
 * @param seats     everybody with a part in it now, the candidate too once they are known
 * @param invitee   how the host calls the candidate
 * @param zone      in which the time was agreed
 * @param changes   how often its time was changed, or it was called off; 0 as it was first agreed
 * @param changedAt when that was last
 */
public record InterviewDate(
        InterviewId id,
        Phase phase,
        PersonId host,
        Map<PersonId, Seat> seats,
        String invitee,
        String roundTitle,
        int minutes,
        Instant startsAt,
        ZoneId zone,
        int changes,
        Instant changedAt) {
    public InterviewDate {
        seats = Map.copyOf(seats);
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(Math.max(1, minutes)));
    }

    public boolean calledOff() {
        return phase == Phase.CANCELLED;
    }

    /** Absent until somebody who was invited has joined. */
    public Optional<PersonId> candidate() {
        return seats.entrySet().stream()
                .filter(seat -> seat.getValue() == Seat.CANDIDATE)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
