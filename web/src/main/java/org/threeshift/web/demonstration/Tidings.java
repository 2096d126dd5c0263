package org.threeshift.web.demonstration;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.InterviewIndex.Entry;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.notice.Delivery;
import org.threeshift.core.notice.Inbox;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** What people of the demonstration were told lately: of interviews that were booked with them, of a scorecard, of sheets. */
@Component
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class Tidings {
    private final InterviewIndex index;
    private final Notices notices;
    private final Delivery delivery;
    private final Inbox inbox;
    private final InstantSource time;

    Tidings(InterviewIndex index, Notices notices, Delivery delivery, Inbox inbox, InstantSource time) {
        this.index = index;
        this.notices = notices;
        this.delivery = delivery;
        this.inbox = inbox;
        this.time = time;
    }

    /** Once the interviews are there and sheets were reminded of. */
    void tell(Collection<Person> people) {
        Instant now = time.instant();
        for (Person person : people) {
            index.published(person.id(), Seat.CANDIDATE, 1).forEach(entry -> scorecard(person, entry, now));
            index.upcoming(person.id()).stream()
                    .filter(entry -> entry.phase() == Phase.SCHEDULED && !entry.host())
                    .filter(entry -> entry.startsAt().isAfter(now))
                    .forEach(entry -> booked(person, entry, now));
        }
        delivery.round();
        people.forEach(this::read);
    }

    private void scorecard(Person person, Entry entry, Instant now) {
        notices.post(new Notice(
                "scorecard:" + entry.id(),
                Kind.SCORECARD_READY,
                person.id(),
                Map.of("by", entry.hostId().toString(), "round", entry.roundTitle()),
                Optional.of(entry.id()),
                "/scorecards/" + entry.id(),
                now,
                now.plus(Notice.NEWS)));
    }

    private void booked(Person person, Entry entry, Instant now) {
        String other = entry.seat() == Seat.CANDIDATE
                ? entry.hostId().toString()
                : entry.candidate().map(PersonId::toString).orElse(entry.invitee());
        notices.post(new Notice(
                Notice.booked(entry.id()),
                Kind.BOOKED,
                person.id(),
                Map.of(
                        "other",
                        other,
                        "round",
                        entry.roundTitle(),
                        "at",
                        entry.startsAt().toString()),
                Optional.of(entry.id()),
                "/interviews/" + entry.id(),
                now,
                entry.startsAt()));
    }

    /** The oldest of several is no news any more. */
    private void read(Person person) {
        var messages = inbox.of(person.id(), Optional.empty()).messages();
        if (messages.size() > 1) {
            inbox.open(person.id(), messages.getLast().id());
        }
    }
}
