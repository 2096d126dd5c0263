package org.threeshift.core.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * A session that somebody booked. When it is and what became of it is the interview's to say, whichever page changed it.
 *
 * @param interview which it made, and by whose id it goes
 * @param page      on which it was booked, with what is offered there; absent once the page is gone with its owner
 * @param kindName  as it is called now, or else its interview’s round
 * @param round     what its interview is held on, as it was called then
 * @param minutes   of the two people’s time
 * @param interviewMinutes how many of these its round takes
 * @param price     as its kind says now; empty where it says none
 * @param changeHours until how long before the start its candidate moves it, as agreed when it was booked, whatever the page says now
 * @param startsAt  of the interview
 * @param zone      in which the time was agreed last
 */
public record Booking(
        InterviewId interview,
        Optional<On> page,
        String kindName,
        String round,
        String price,
        int minutes,
        int interviewMinutes,
        int changeHours,
        PersonId coach,
        PersonId candidate,
        Instant bookedAt,
        List<Answer> answers,
        Instant startsAt,
        ZoneId zone,
        Phase phase) {
    public Booking {
        answers = List.copyOf(answers);
    }

    /** @param slug of the page, as it is now */
    public record On(BookingPageId page, String slug, SessionKindId kind) {}

    /** @param question as it was asked then */
    public record Answer(String question, String text) {}

    public Duration length() {
        return Duration.ofMinutes(minutes);
    }

    public Instant endsAt() {
        return startsAt.plus(length());
    }

    /** Until when this person moves it, and calls it off without a word about it: the coach until it begins. */
    public Instant changeableUntil(PersonId person) {
        return person.equals(candidate) ? startsAt.minus(Duration.ofHours(changeHours)) : startsAt;
    }

    private Span span() {
        return Span.of(startsAt, length());
    }

    /** Whether it takes some of that time. */
    boolean overlaps(Span other) {
        return span().intersection(other).isPresent();
    }

    /** Whether it can still be moved or called off by anybody. */
    public boolean ahead() {
        return phase == Phase.SCHEDULED;
    }
}
