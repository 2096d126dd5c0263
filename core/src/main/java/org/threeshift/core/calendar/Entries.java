package org.threeshift.core.calendar;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.parameter.Role;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.InterviewDate;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Interviews as somebody with a part in them has them in a calendar, in words for their seat. Knows nothing of what is asked. */
@Component
final class Entries {
    private final People people;
    private final Whereabouts whereabouts;

    Entries(People people, Optional<Whereabouts> whereabouts) {
        this.people = people;
        this.whereabouts = whereabouts.orElse(Whereabouts.NOWHERE);
    }

    /** For a file that asks nobody. */
    List<Entry> of(PersonId reader, Collection<InterviewDate> dates) {
        Map<PersonId, String> names = names(dates);
        return dates.stream()
                .map(date -> entry(date, reader, date.calledOff(), names, Optional.empty()))
                .toList();
    }

    /** To ask somebody, or to say that nothing comes of it for them. */
    Entry asking(Person guest, String email, InterviewDate date, boolean calledOff) {
        Map<PersonId, String> names = names(List.of(date));
        var asked = new Entry.Guest(
                guest.name(), email, role(seat(date, guest.id())), date.host().equals(guest.id()));
        return entry(date, guest.id(), calledOff, names, Optional.of(asked));
    }

    private Entry entry(
            InterviewDate date,
            PersonId reader,
            boolean calledOff,
            Map<PersonId, String> names,
            Optional<Entry.Guest> guest) {
        Seat seat = seat(date, reader);
        String key = seat.name().toLowerCase(Locale.ROOT);
        String host = names.getOrDefault(date.host(), Words.sentence("somebody"));
        String opposite = seat == Seat.CANDIDATE
                ? host
                : date.candidate().map(names::get).map(Words::line).orElseGet(() -> Words.line(date.invitee()));
        String title = Words.line(date.roundTitle());
        String summary = Words.sentence("summary." + key, title, opposite);
        String page = whereabouts.url("/interviews/" + date.id());
        String link = seat == Seat.CANDIDATE
                ? whereabouts.url("/room/" + date.id())
                : whereabouts.url("/console/interviews/" + date.id());
        String description = calledOff
                ? String.join("\n", Words.sentence("called-off"), Words.sentence("change", page))
                : String.join(
                        "\n",
                        Words.sentence("role." + key, opposite),
                        Words.sentence("round", title, date.minutes()),
                        Words.sentence("join", link),
                        Words.sentence("change", page));
        return new Entry(
                date.id().toString(),
                date.changes(),
                date.changedAt(),
                date.startsAt(),
                date.endsAt(),
                date.zone(),
                calledOff ? Words.sentence("summary.called-off", summary) : summary,
                description,
                link,
                host,
                calledOff,
                guest);
    }

    private Map<PersonId, String> names(Collection<InterviewDate> dates) {
        Set<PersonId> wanted = new HashSet<>();
        dates.forEach(date -> {
            wanted.add(date.host());
            date.candidate().ifPresent(wanted::add);
        });
        return people.namesOf(wanted).stream()
                .collect(Collectors.toMap(Person::id, person -> Words.line(person.name())));
    }

    /** Whoever was taken off it again has none, and watched at most. */
    private static Seat seat(InterviewDate date, PersonId reader) {
        return Optional.ofNullable(date.seats().get(reader)).orElse(Seat.OBSERVER);
    }

    private static Role role(Seat seat) {
        return switch (seat) {
            case CANDIDATE, INTERVIEWER -> Role.REQ_PARTICIPANT;
            case SHADOW -> Role.OPT_PARTICIPANT;
            case OBSERVER -> Role.NON_PARTICIPANT;
        };
    }
}
