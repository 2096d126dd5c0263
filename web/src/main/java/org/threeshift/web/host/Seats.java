package org.threeshift.web.host;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Everybody on the interviewers' side, the lead first, then who scores, shadows and observes: nobody listens unseen. */
public record Seats(List<Taken> all) {
    public Seats {
        all = List.copyOf(all);
    }

    /** What somebody does in an interview. */
    public enum Part {
        LEADS,
        SCORES,
        SHADOWS,
        OBSERVES;

        /** The text key of a clause that says so of a name. */
        public String key() {
            return "host.seat." + name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The text key of the same beside a name. */
        public String label() {
            return key() + ".label";
        }
    }

    public record Taken(Person person, Part part) {}

    /** @param known all of them */
    public static Seats of(
            PersonId lead, Set<PersonId> interviewers, Map<PersonId, Seat> watchers, Collection<Person> known) {
        return new Seats(known.stream()
                .flatMap(person ->
                        part(person.id(), lead, interviewers, watchers).map(part -> new Taken(person, part)).stream())
                .sorted(Comparator.comparing(Taken::part).thenComparing(Taken::person, Person.BY_NAME))
                .toList());
    }

    private static Optional<Part> part(
            PersonId person, PersonId lead, Set<PersonId> interviewers, Map<PersonId, Seat> watchers) {
        if (interviewers.contains(person)) {
            return Optional.of(person.equals(lead) ? Part.LEADS : Part.SCORES);
        }
        return Optional.ofNullable(watchers.get(person))
                .map(seat -> seat == Seat.SHADOW ? Part.SHADOWS : Part.OBSERVES);
    }

    /** Whether there is anybody beside the one who asks. */
    public boolean several() {
        return all.size() > 1;
    }

    public List<Taken> watchers() {
        return all.stream()
                .filter(taken -> taken.part() == Part.SHADOWS || taken.part() == Part.OBSERVES)
                .toList();
    }

    /** Who may take over the lead. */
    public List<Taken> scoring() {
        return all.stream().filter(taken -> taken.part() == Part.SCORES).toList();
    }
}
