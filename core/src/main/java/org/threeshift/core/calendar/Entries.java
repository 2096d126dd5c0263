package org.threeshift.core.calendar;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.parameter.Role;
import org.springframework.stereotype.Component;
import org.threeshift.core.calendar.CalendarInvites.Occasion;
import org.threeshift.core.interview.InterviewDate;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Interviews as somebody with a part in them has them in a calendar, in words for their seat. Knows nothing of what is asked. */
@Component
final class Entries {
    /** What programs make a link of. Finds it in some names that are none, too. */
    private static final Pattern ADDRESS =
            Pattern.compile("://|@|[\\p{L}\\p{N}][.\u3002\uff0e\uff61][\\p{L}\\p{N}]{2}");

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

    /**
     * For whoever is to be the candidate and has no account.
     *
     * @param path    by which they come in, from the root
     * @param address to ask them by; absent for a file that asks nobody
     */
    Entry forGuest(InterviewDate date, String path, Optional<String> address, boolean calledOff) {
        String link = whereabouts.url(path);
        return entry(
                date,
                Seat.CANDIDATE,
                link,
                link,
                calledOff,
                Map.of(date.host(), hostForStrangers(date)),
                address.map(email -> new Entry.Guest(email, email, Role.REQ_PARTICIPANT, false)));
    }

    /** The host's name, as it may stand in what is sent to people who never heard of them: not one that would be an address to go to. */
    String hostForStrangers(InterviewDate date) {
        return people.find(date.host())
                .map(Person::name)
                .filter(Entries::forStrangers)
                .orElseGet(() -> Words.sentence("host-unnamed"));
    }

    /** Whether no program makes a link of somebody's words. */
    static boolean forStrangers(String words) {
        return !ADDRESS.matcher(words).find();
    }

    private Entry entry(
            InterviewDate date,
            PersonId reader,
            boolean calledOff,
            Map<PersonId, String> names,
            Optional<Entry.Guest> guest) {
        Seat seat = seat(date, reader);
        return entry(
                date,
                seat,
                whereabouts.url((seat == Seat.CANDIDATE ? "/room/" : "/console/interviews/") + date.id()),
                whereabouts.url(date.page(reader)),
                calledOff,
                names,
                guest);
    }

    private static Entry entry(
            InterviewDate date,
            Seat seat,
            String link,
            String page,
            boolean calledOff,
            Map<PersonId, String> names,
            Optional<Entry.Guest> guest) {
        String key = seat.name().toLowerCase(Locale.ROOT);
        String host = names.getOrDefault(date.host(), Words.sentence("somebody"));
        String opposite = seat == Seat.CANDIDATE
                ? host
                : date.candidate().map(names::get).map(Words::line).orElseGet(() -> Words.line(date.invitee()));
        String title = Words.line(date.roundTitle());
        String summary = Words.sentence("summary." + key, title, opposite);
        String description = calledOff
                ? String.join("\n", Words.sentence("called-off"), Words.sentence("change", page))
                : Stream.of(
                                Stream.of(Words.sentence("role." + key, opposite)),
                                date
                                        .evening()
                                        .map(Words::line)
                                        .map(evening -> Words.sentence("evening", evening))
                                        .stream(),
                                Stream.of(Words.sentence("round", title, date.minutes())),
                                date.bothHalves().stream().mapToObj(_ -> length(date)),
                                Stream.of(Words.sentence("join", link), Words.sentence("change", page)))
                        .flatMap(Function.identity())
                        .collect(Collectors.joining("\n"));
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

    /** Something that is no single interview, in the words of whoever knows what it is. */
    Entry entry(Optional<Entry.Guest> guest, Occasion occasion) {
        String link = whereabouts.url(occasion.path());
        String summary = Words.line(occasion.summary());
        return new Entry(
                occasion.id().toString(),
                occasion.sequence(),
                occasion.changedAt(),
                occasion.span().from(),
                occasion.span().until(),
                occasion.zone(),
                occasion.calledOff() ? Words.sentence("summary.called-off", summary) : summary,
                Stream.concat(
                                occasion.description().stream().map(Words::line),
                                Stream.of(
                                        occasion.calledOff()
                                                ? Words.sentence("called-off")
                                                : Words.sentence("join", link)))
                        .collect(Collectors.joining("\n")),
                link,
                Words.line(occasion.organiser()),
                occasion.calledOff(),
                guest);
    }

    /** How much of their time it takes, in a sentence. */
    static String length(InterviewDate date) {
        return date.bothHalves().isPresent()
                ? Words.sentence("length.both", date.bothHalves().getAsInt())
                : Words.sentence("length", date.minutes());
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
