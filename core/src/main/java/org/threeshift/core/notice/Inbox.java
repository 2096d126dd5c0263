package org.threeshift.core.notice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.threeshift.core.notice.Choices.Choice;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** A person's own messages, and by which ways they want more. Nobody reads or changes anybody else's. */
@Service
public class Inbox {
    /** Messages of a page. */
    public static final int PAGE = 50;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final PostgresInbox store;
    private final PostgresChoices choices;
    private final People people;
    private final InstantSource time;

    Inbox(PostgresInbox store, PostgresChoices choices, People people, InstantSource time) {
        this.store = store;
        this.choices = choices;
        this.people = people;
        this.time = time;
    }

    /** Where a page begins: after this message. */
    public record Place(Instant at, UUID id) {
        public static Optional<Place> parse(String text) {
            int dash = text.indexOf('_');
            try {
                return dash < 0
                        ? Optional.empty()
                        : Optional.of(new Place(
                                        Instant.parse(text.substring(0, dash)),
                                        UUID.fromString(text.substring(dash + 1))))
                                .filter(place -> storable(place.at()));
            } catch (DateTimeException | IllegalArgumentException noPlace) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }

    /** @param next where the next page begins; absent on the last one */
    public record Page(List<Told> messages, Optional<Place> next) {
        public Page {
            messages = List.copyOf(messages);
        }
    }

    /** How many are new, of at most 100 counted. By an index of what is new. */
    public int unread(PersonId person) {
        return store.unread(person);
    }

    /** The newest first, with names as people have them now. */
    public Page of(PersonId person, Optional<Place> after) {
        List<Told> found = store.list(person, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Told> shown = named(more ? found.subList(0, PAGE) : found);
        return new Page(
                shown,
                more
                        ? Optional.of(
                                new Place(shown.getLast().at(), shown.getLast().id()))
                        : Optional.empty());
    }

    /** Opens one, which is read from then on; absent for whoever's it is not. */
    public Optional<Told> open(PersonId person, UUID id) {
        Optional<Told> found = store.find(person, id);
        found.filter(Told::unread).ifPresent(_ -> store.read(person, id, time.instant()));
        return found;
    }

    /** @param until what came after it, and was not on the page, stays new */
    public void readAll(PersonId person, Instant until) {
        if (storable(until)) {
            store.readAll(person, until, time.instant());
        }
    }

    public Choices choices(PersonId person) {
        return choices.of(person);
    }

    /**
     * Keeps what somebody chose.
     *
     * @param offered the boxes that they saw; what is not among them stays as it is
     * @param ticked  those of them that are ticked
     */
    public void choose(PersonId person, Set<Choice> offered, Set<Choice> ticked) {
        Map<Choice, Boolean> made = new HashMap<>();
        offered.forEach(box -> made.put(box, ticked.contains(box)));
        choices.keep(person, made);
    }

    private List<Told> named(List<Told> messages) {
        Set<PersonId> wanted =
                messages.stream().flatMap(told -> Naming.ids(told.values())).collect(Collectors.toUnmodifiableSet());
        List<Person> known = people.namesOf(wanted);
        Naming naming = Naming.of(known);
        return messages.stream()
                .map(told -> new Told(
                        told.id(),
                        told.kind(),
                        naming.named(told.values()),
                        told.link(),
                        told.at(),
                        told.unread(),
                        told.since()))
                .toList();
    }

    private static boolean storable(Instant moment) {
        return moment.isAfter(EARLIEST) && moment.isBefore(LATEST);
    }
}
