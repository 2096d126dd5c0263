package org.threeshift.core.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * An interview as a calendar holds it: when, who and on which round, and nothing of what is asked in it.
 *
 * @param seats     everybody with a part in it now, the candidate too once they are known
 * @param bookedBy  the two between whom it was booked, on a coach's booking page; nobody else has the page of the booking
 * @param evening   what the practice evening is called of which it is half a meeting; absent for every other one
 * @param invitee   how the host calls the candidate
 * @param zone      in which the time was agreed
 * @param minutes    of this interview alone
 * @param bothHalves minutes that both take from its start on when it is the first half of an exchange that still has both before it
 * @param changes   how often its time was changed, somebody was taken off it or asked again, or it was called off; 0 as it was first agreed
 * @param changedAt when that was last
 */
public record InterviewDate(
        InterviewId id,
        Phase phase,
        PersonId host,
        Map<PersonId, Seat> seats,
        Set<PersonId> bookedBy,
        Optional<String> evening,
        String invitee,
        String roundTitle,
        int minutes,
        OptionalInt bothHalves,
        Instant startsAt,
        ZoneId zone,
        int changes,
        Instant changedAt) {
    public InterviewDate {
        seats = Map.copyOf(seats);
        bookedBy = Set.copyOf(bookedBy);
    }

    /** When its people are free again. */
    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(Math.max(1, bothHalves.orElse(minutes))));
    }

    /** Where somebody finds all of it and other hours: on the booking, which leads on to the interview, for the two who have one. */
    public String page(PersonId reader) {
        return bookedBy.contains(reader) ? "/bookings/" + id : "/interviews/" + id;
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
