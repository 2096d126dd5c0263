package org.threeshift.core.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.springframework.stereotype.Service;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.InterviewDate;
import org.threeshift.core.interview.InterviewDates;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.mail.CalendarPart;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Interviews for the calendars of those who take part: as part of a message, and as a file. Each says the interview as it stands
 * now, so that a later one always replaces an earlier one.
 */
@Service
public class CalendarInvites {
    private final InterviewDates dates;
    private final Entries entries;
    private final People people;
    private final Whereabouts whereabouts;

    CalendarInvites(InterviewDates dates, Entries entries, People people, Optional<Whereabouts> whereabouts) {
        this.dates = dates;
        this.entries = entries;
        this.people = people;
        this.whereabouts = whereabouts.orElse(Whereabouts.NOWHERE);
    }

    /** Of what a message tells. */
    public enum What {
        BOOKED,
        CHANGED,
        CANCELLED
    }

    /**
     * What a message to somebody carries for their calendar: that they are asked to come, or that nothing comes of it. Whatever is
     * called off by now is told as that. Absent for whoever has no address, and for whoever has no part in it and is not told that
     * nothing comes of it.
     */
    public Optional<CalendarPart> of(PersonId person, InterviewId interview, What what) {
        Optional<InterviewDate> date = dates.of(interview);
        Optional<Person> guest = people.find(person);
        Optional<String> email = guest.flatMap(Person::email);
        if (date.isEmpty() || email.isEmpty()) {
            return Optional.empty();
        }
        boolean calledOff = what == What.CANCELLED || date.get().calledOff();
        if (!calledOff && !date.get().seats().containsKey(person)) {
            return Optional.empty();
        }
        Entry entry = entries.asking(guest.orElseThrow(), email.get(), date.get(), calledOff);
        return Optional.of(new CalendarPart(new CalendarFile(whereabouts.sender(), Times.ZONE)
                .write(calledOff ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST, List.of(entry))));
    }

    /**
     * What a message to somebody without an account carries, who is to be the candidate: as {@link #of(PersonId, InterviewId, What)}.
     *
     * @param path by which they come in, from the root
     */
    public CalendarPart ofGuest(InterviewDate date, String address, String path) {
        return new CalendarPart(new CalendarFile(whereabouts.sender(), Times.ZONE)
                .write(
                        date.calledOff() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST,
                        List.of(entries.forGuest(date, path, Optional.of(address), date.calledOff()))));
    }

    /** For whoever holds a link to the candidate's chair, to put into a calendar by hand. Absent for no interview. */
    public Optional<String> fileForGuest(InterviewId interview, String path) {
        return dates.of(interview)
                .map(date -> new CalendarFile(whereabouts.sender(), Times.ZONE)
                        .write(
                                ImmutableMethod.PUBLISH,
                                List.of(entries.forGuest(date, path, Optional.empty(), date.calledOff()))));
    }

    /**
     * Something to come to that is no single interview.
     *
     * @param sequence    grows with each change
     * @param description in lines
     * @param path        of its page
     * @param organiser   by name
     */
    public record Occasion(
            UUID id,
            int sequence,
            Instant changedAt,
            Span span,
            ZoneId zone,
            String summary,
            List<String> description,
            String path,
            String organiser,
            boolean calledOff) {
        public Occasion {
            description = List.copyOf(description);
        }
    }

    /** As {@link #of(PersonId, InterviewId, What)}; absent for whoever has no address. */
    public Optional<CalendarPart> of(Person guest, Occasion occasion) {
        return guest.email()
                .map(email -> new CalendarPart(new CalendarFile(whereabouts.sender(), Times.ZONE)
                        .write(
                                occasion.calledOff() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST,
                                List.of(entries.entry(
                                        Optional.of(new Entry.Guest(guest.name(), email, Role.REQ_PARTICIPANT, false)),
                                        occasion)))));
    }

    /** The same as a file to put into a calendar by hand, which asks nobody; of one entry it has the same name as the message's. */
    public String file(Occasion occasion, Times times) {
        return new CalendarFile(whereabouts.sender(), times)
                .write(ImmutableMethod.PUBLISH, List.of(entries.entry(Optional.empty(), occasion)));
    }

    /** The whole address of a path of this installation. */
    public String url(String path) {
        return whereabouts.url(path);
    }

    /** Who asks, by a name that people may be sent who never heard of them. */
    public String hostForStrangers(InterviewDate date) {
        return entries.hostForStrangers(date);
    }

    /** Whether somebody's words may be sent to people who never heard of them: no program makes a link of them. */
    public boolean forStrangers(String words) {
        return Entries.forStrangers(words);
    }

    /** How much of people's time an interview takes, in a sentence. */
    public String length(InterviewDate date) {
        return Entries.length(date);
    }

    /** The same; absent for an interview that is not known. */
    public Optional<String> length(InterviewId interview) {
        return dates.of(interview).map(Entries::length);
    }

    /** As a file to put into a calendar by hand, for whoever takes part; absent for everybody else. */
    public Optional<String> file(Person reader, InterviewId interview, Times times) {
        return dates.of(interview)
                .filter(date -> date.seats().containsKey(reader.id()))
                .map(date -> new CalendarFile(whereabouts.sender(), times)
                        .write(ImmutableMethod.PUBLISH, entries.of(reader.id(), List.of(date))));
    }
}
