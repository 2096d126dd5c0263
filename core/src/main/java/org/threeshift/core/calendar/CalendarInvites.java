package org.threeshift.core.calendar;

import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.springframework.stereotype.Service;
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

    /** As a file to put into a calendar by hand, for whoever takes part; absent for everybody else. */
    public Optional<String> file(Person reader, InterviewId interview, Times times) {
        return dates.of(interview)
                .filter(date -> date.seats().containsKey(reader.id()))
                .map(date -> new CalendarFile(whereabouts.sender(), times)
                        .write(ImmutableMethod.PUBLISH, entries.of(reader.id(), List.of(date))));
    }
}
