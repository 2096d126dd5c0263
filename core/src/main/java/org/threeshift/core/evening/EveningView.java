package org.threeshift.core.evening;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * An evening as its reader may see it: a coach of the cohort all of it, somebody who was asked their own part.
 *
 * @param coaching whether the reader coaches the cohort
 * @param guests   for a coach everybody who was asked; for others themselves
 * @param sittings for a coach the whole plan; for others their own meetings
 * @param people   by name, whoever is in it
 * @param here     who is in the room of which interview now; for coaches
 * @param clashes  for coaches, who of those who come meets nobody, has something else then, or can be asked nothing
 * @param outs     why somebody sits out; of all for coaches, their own for others
 */
public record EveningView(
        Evening evening,
        String cohort,
        PersonId reader,
        boolean coaching,
        List<Guest> guests,
        List<Sitting> sittings,
        Map<PersonId, Person> people,
        Map<InterviewId, Set<PersonId>> here,
        List<String> clashes,
        List<Out> outs) {
    private static final Comparator<Optional<Person>> NAMED_FIRST = Comparator.comparing(
                    (Optional<Person> person) -> person.isEmpty())
            .thenComparing((one, other) -> one.flatMap(
                            each -> other.map(another -> Person.BY_NAME.compare(each, another)))
                    .orElse(0));

    public EveningView {
        guests = List.copyOf(guests);
        sittings = List.copyOf(sittings);
        people = Map.copyOf(people);
        here = Map.copyOf(here);
        clashes = List.copyOf(clashes);
        outs = List.copyOf(outs);
    }

    public String name(PersonId person) {
        return Optional.ofNullable(people.get(person)).map(Person::name).orElse("–");
    }

    /** Whether it is something for the reader's calendar. */
    public boolean forCalendar() {
        return evening.state() != Evening.State.CALLED_OFF
                && (coaching || self().filter(Guest::expected).isPresent());
    }

    /** The reader's own answer to the question whether they come. */
    public Optional<Guest> self() {
        return guests.stream().filter(guest -> guest.person().equals(reader)).findFirst();
    }

    public List<Sitting> of(int slot) {
        return sittings.stream().filter(one -> one.meeting().slot() == slot).toList();
    }

    public List<Sitting> own() {
        return sittings.stream().filter(one -> one.meeting().has(reader)).toList();
    }

    /** The reader's meeting in a slot: what stands before what was called off. */
    public Optional<Sitting> at(int slot) {
        return of(slot).stream().filter(one -> one.meeting().has(reader)).min(Comparator.comparing(Sitting::cancelled));
    }

    /** From which slot on the evening is the reader's: they may meet somebody in one that had begun when they came. */
    public int firstSlot() {
        int since = self().map(Guest::since).orElse(1);
        return own().stream().mapToInt(one -> one.meeting().slot()).reduce(since, Math::min);
    }

    /** The reader's meeting that is on or comes next. */
    public Optional<Sitting> next(Instant now) {
        return own().stream()
                .filter(one -> !one.over())
                .filter(one -> one.live() || one.span(evening).until().isAfter(now))
                .min(Comparator.comparing(one -> one.span(evening).from()));
    }

    /** Who of those who come meets nobody in a slot that counts for them, by name. */
    public List<Person> sittingOut(int slot) {
        return byName(guests.stream()
                .filter(Guest::comes)
                .filter(guest -> guest.since() <= slot)
                .map(Guest::person)
                .filter(person ->
                        of(slot).stream().noneMatch(one -> one.meeting().has(person))));
    }

    /** Why the reader sits out in a slot; absent where the plan just has nobody for them. */
    public Optional<Out.Why> why(int slot) {
        return outs.stream()
                .filter(out -> out.person().equals(reader) && out.slot() == slot)
                .map(Out::why)
                .findFirst();
    }

    /** Those who were asked, by name. */
    public List<Guest> guestsByName() {
        return guests.stream()
                .sorted(Comparator.comparing(guest -> Optional.ofNullable(people.get(guest.person())), NAMED_FIRST))
                .toList();
    }

    public long coming() {
        return guests.stream().filter(Guest::comes).count();
    }

    public boolean isHere(Sitting sitting, PersonId person) {
        return here.getOrDefault(sitting.interview(), Set.of()).contains(person)
                || sitting.second()
                        .map(second -> here.getOrDefault(second, Set.of()).contains(person))
                        .orElse(false);
    }

    private List<Person> byName(Stream<PersonId> wanted) {
        return wanted.flatMap(person -> Optional.ofNullable(people.get(person)).stream())
                .sorted(Person.BY_NAME)
                .toList();
    }
}
