package org.threeshift.core.booking;

import java.util.List;
import java.util.Optional;
import org.threeshift.core.id.Edition;
import org.threeshift.core.people.PersonId;

/**
 * Where coaches are booked.
 *
 * @param slug    the end of its address
 * @param open    whether its coach has switched it on
 * @param coaches the owner, and in a team all who were asked to take sessions as well
 * @param kinds   what is offered, in the coach's order
 */
public record BookingPage(
        BookingPageId id,
        String slug,
        String title,
        String intro,
        PersonId owner,
        Audience audience,
        boolean open,
        Rules rules,
        List<Seat> coaches,
        List<SessionKind> kinds) {
    public BookingPage {
        coaches = List.copyOf(coaches);
        kinds = List.copyOf(kinds);
    }

    /** @param agreed whether they take sessions; a coach who was only asked takes none */
    public record Seat(PersonId coach, boolean agreed) {}

    public Optional<SessionKind> kind(SessionKindId wanted) {
        return kinds.stream().filter(kind -> kind.id().equals(wanted)).findFirst();
    }

    /** Of its settings. Whether it is on, who takes sessions on it and what can be booked are no part of them. */
    public Edition edition() {
        return Edition.of(slug, title, intro, audience, rules);
    }

    /** Who takes sessions. */
    public List<PersonId> taking() {
        return coaches.stream().filter(Seat::agreed).map(Seat::coach).toList();
    }

    /** Whether somebody takes sessions on it, or was asked to. */
    public boolean concerns(PersonId person) {
        return coaches.stream().anyMatch(seat -> seat.coach().equals(person));
    }

    /** Whether any of several coaches may take a session. */
    public boolean team() {
        return taking().size() > 1;
    }
}
