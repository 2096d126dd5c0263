package org.threeshift.web.host;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.threeshift.core.nudge.OpenSheet;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * A sheet that an interview waits for.
 *
 * @param own whether it is the reader's
 */
public record MissingSheet(Person interviewer, boolean own, OpenSheet sheet) {

    /** @param seats everybody on the interviewers' side */
    static List<MissingSheet> of(List<OpenSheet> open, Seats seats, PersonId reader) {
        return open.stream()
                .flatMap(sheet -> person(seats, sheet.interviewer())
                        .map(person -> new MissingSheet(person, person.id().equals(reader), sheet)))
                .sorted(Comparator.comparing(MissingSheet::interviewer, Person.BY_NAME))
                .toList();
    }

    /** The text key of what was done about it. */
    public String reminded() {
        if (sheet.told().isPresent()) {
            return "host.missing.told";
        }
        if (sheet.reminded().isPresent()) {
            return "host.missing.reminded";
        }
        return interviewer.email().isPresent() ? "host.missing.not-yet" : "host.missing.no-address";
    }

    private static Stream<Person> person(Seats seats, PersonId id) {
        return seats.all().stream()
                .map(Seats.Taken::person)
                .filter(person -> person.id().equals(id));
    }
}
