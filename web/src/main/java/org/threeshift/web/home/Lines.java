package org.threeshift.web.home;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.InterviewIndex.Entry;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.nudge.Nudges;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Puts names to lists of interviews, in one query for all of them. */
@Component
final class Lines {
    private final People people;
    private final Nudges nudges;

    Lines(People people, Nudges nudges) {
        this.people = people;
        this.nudges = nudges;
    }

    /** A function that turns entries into the reader's lines; every person in {@code all} is looked up at once. */
    Naming naming(PersonId reader, List<List<Entry>> all) {
        Set<PersonId> wanted = new HashSet<>();
        for (List<Entry> entries : all) {
            for (Entry entry : entries) {
                wanted.add(entry.hostId());
                entry.candidate().ifPresent(wanted::add);
            }
        }
        return new Naming(
                people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Person::name)),
                nudges.missing(reader));
    }

    /**
     * Names at hand.
     *
     * @param missing how many sheets the reader's interviews wait for
     */
    record Naming(Map<PersonId, String> names, Map<InterviewId, Integer> missing) {
        List<Line> lines(List<Entry> entries) {
            return entries.stream().map(this::line).toList();
        }

        private Line line(Entry entry) {
            String host = names.getOrDefault(entry.hostId(), "");
            String candidate = entry.candidate()
                    .map(id -> names.getOrDefault(id, entry.invitee()))
                    .orElse(entry.invitee());
            return entry.seat() == Seat.CANDIDATE
                    ? new Line(entry, host, Optional.empty(), 0)
                    : new Line(
                            entry,
                            candidate,
                            entry.host() ? Optional.empty() : Optional.of(host),
                            missing.getOrDefault(entry.id(), 0));
        }
    }
}
