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
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Puts names to lists of interviews, in one query for all of them. */
@Component
final class Lines {
    private final People people;

    Lines(People people) {
        this.people = people;
    }

    /** A function that turns entries into lines; every person in {@code all} is looked up at once. */
    Naming naming(List<List<Entry>> all) {
        Set<PersonId> wanted = new HashSet<>();
        for (List<Entry> entries : all) {
            for (Entry entry : entries) {
                wanted.add(entry.hostId());
                entry.candidate().ifPresent(wanted::add);
            }
        }
        return new Naming(people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Person::name)));
    }

    /** Names at hand. */
    record Naming(Map<PersonId, String> names) {
        List<Line> lines(List<Entry> entries) {
            return entries.stream().map(this::line).toList();
        }

        private Line line(Entry entry) {
            String host = names.getOrDefault(entry.hostId(), "");
            String candidate = entry.candidate()
                    .map(id -> names.getOrDefault(id, entry.invitee()))
                    .orElse(entry.invitee());
            return entry.seat() == Seat.CANDIDATE
                    ? new Line(entry, host, Optional.empty())
                    : new Line(entry, candidate, entry.host() ? Optional.empty() : Optional.of(host));
        }
    }
}
