package org.threeshift.core.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threeshift.core.appointment.BusyTimes;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.relations.Relations;

/** When the coaches of a page are free. The same few queries, however many coaches and however long a time. */
@Component
class Timetable {
    /** A day of any wall clock lies within so much of any moment of it, and so does what a buffer reaches. */
    private static final Duration MARGIN = Duration.ofDays(2);

    private final CoachingHours openHours;
    private final BusyTimes busyTimes;
    private final PostgresBookings bookings;
    private final People people;
    private final Relations relations;

    Timetable(
            CoachingHours openHours,
            BusyTimes busyTimes,
            PostgresBookings bookings,
            People people,
            Relations relations) {
        this.openHours = openHours;
        this.busyTimes = busyTimes;
        this.bookings = bookings;
        this.people = people;
        this.relations = relations;
    }

    /** What is known of coaches, and of a candidate, around a stretch of time. */
    record Known(
            Optional<PersonId> candidate,
            List<PersonId> taking,
            Map<PersonId, WeeklyHours> open,
            Map<PersonId, Spans> busy,
            Map<PersonId, List<FreeHours.Booked>> booked) {
        private static Known nothing(Optional<PersonId> candidate) {
            return new Known(candidate, List.of(), Map.of(), Map.of(), Map.of());
        }

        private FreeHours of(PersonId coach, WeeklyHours hours, Rules rules) {
            return new FreeHours(
                    hours, busy.getOrDefault(coach, Spans.NONE), booked.getOrDefault(coach, List.of()), rules);
        }

        /** Whether the candidate has something in a stretch of time. */
        boolean candidateBusy(Span span) {
            return !elsewhere().intersection(span).isEmpty();
        }

        private Spans elsewhere() {
            return candidate
                    .map(person -> busy.getOrDefault(person, Spans.NONE))
                    .orElse(Spans.NONE);
        }
    }

    /**
     * Looks at coaches: the same few queries, however many they are. Whoever is a coach no longer, is suspended, is the
     * candidate, or blocked them or was blocked by them, takes nothing.
     *
     * @param candidate in whose own appointments no session may lie; absent for visitors
     * @param except    the session that is to be moved
     */
    Known look(Collection<PersonId> coaches, Span within, Optional<PersonId> candidate, Optional<InterviewId> except) {
        List<PersonId> taking = people.namesOf(Set.copyOf(coaches)).stream()
                .filter(person -> person.role() == Role.COACH && !person.suspended())
                .map(Person::id)
                .filter(coach -> candidate.filter(coach::equals).isEmpty())
                .toList();
        if (taking.isEmpty()) {
            return Known.nothing(candidate);
        }
        Span around = within.widened(MARGIN, MARGIN);
        Set<PersonId> asked = new HashSet<>(taking);
        candidate.ifPresent(asked::add);
        List<PersonId> willing =
                candidate.map(person -> willing(taking, person)).orElse(taking);
        return new Known(
                candidate,
                willing,
                openHours.of(taking),
                busyTimes.of(asked, around, except),
                bookings.booked(taking, around, except));
    }

    /** To whoever is kept apart from a coach it looks as if that coach had no hour. */
    private List<PersonId> willing(List<PersonId> taking, PersonId candidate) {
        Set<PersonId> apart = relations.apart(candidate, taking);
        return taking.stream().filter(coach -> !apart.contains(coach)).toList();
    }

    /** What may be asked of some of them within that stretch of time. No query. */
    static Map<PersonId, List<Instant>> starts(
            Known known, Collection<PersonId> coaches, Rules rules, Duration length, Span within, Instant now) {
        Spans elsewhere = known.elsewhere();
        Map<PersonId, List<Instant>> starts = new HashMap<>();
        for (PersonId coach : known.taking()) {
            WeeklyHours hours = known.open().get(coach);
            if (hours == null || !coaches.contains(coach)) {
                continue;
            }
            List<Instant> offered = known.of(coach, hours, rules).starts(length, within, elsewhere, now);
            if (!offered.isEmpty()) {
                starts.put(coach, offered);
            }
        }
        return starts;
    }

    /** Both in one, for a single page. */
    Map<PersonId, List<Instant>> starts(
            Collection<PersonId> coaches,
            Rules rules,
            Duration length,
            Span within,
            Optional<PersonId> candidate,
            Optional<InterviewId> except,
            Instant now) {
        return starts(look(coaches, within, candidate, except), coaches, rules, length, within, now);
    }
}
