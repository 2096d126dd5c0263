package org.threeshift.core.evening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.Appointment;
import org.threeshift.core.appointment.AppointmentId;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.What;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.evening.PostgresElsewhere.Taken;
import org.threeshift.core.evening.PostgresMeetings.Row;
import org.threeshift.core.evening.plan.Meeting;
import org.threeshift.core.evening.plan.Plan;
import org.threeshift.core.evening.plan.Wanted;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.relations.Relations;

/**
 * Makes the plan of an evening, or what is left of it anew, with an exchange for each meeting and both people's time for it. In the
 * caller's transaction, in which nobody else changes the evening, and which the caller rolls back after a refusal.
 */
@Component
class EveningPlans {
    /** As {@code YetToBeAsked} has it: an interview that began longer ago and was never published keeps nothing closed any more. */
    private static final Duration COUNTS_FOR = Duration.ofDays(60);

    private final PostgresEvenings store;
    private final PostgresGuestLists lists;
    private final PostgresMeetings meetings;
    private final PostgresElsewhere outside;
    private final MeetingExchanges exchanges;
    private final StandingMeetings interviews;
    private final Appointments appointments;
    private final InterviewStates states;
    private final Relations relations;
    private final People people;
    private final Banks banks;
    private final Ids ids;

    EveningPlans(
            PostgresEvenings store,
            PostgresGuestLists lists,
            PostgresMeetings meetings,
            PostgresElsewhere outside,
            MeetingExchanges exchanges,
            StandingMeetings interviews,
            Appointments appointments,
            InterviewStates states,
            Relations relations,
            People people,
            Banks banks,
            Ids ids) {
        this.store = store;
        this.lists = lists;
        this.meetings = meetings;
        this.outside = outside;
        this.exchanges = exchanges;
        this.interviews = interviews;
        this.appointments = appointments;
        this.states = states;
        this.relations = relations;
        this.people = people;
        this.banks = banks;
        this.ids = ids;
    }

    /** What came of it. */
    sealed interface Came {
        /** @param affected whose remaining meetings are others than before */
        record Made(Set<PersonId> affected) implements Came {}

        record Refused(List<Problem> problems) implements Came {}
    }

    /** @param why said in the logs of interviews that are taken back */
    Came make(Evening evening, String why, Instant now) {
        return make(evening, Optional.empty(), why, now);
    }

    /** As above, after the evening was changed: what is the same interview goes with it, and everything else is taken back. */
    Came follow(StandingMeetings.Before before, Evening after, String why, Instant now) {
        return make(after, Optional.of(before), why, now);
    }

    private Came make(Evening evening, Optional<StandingMeetings.Before> before, String why, Instant now) {
        Map<PersonId, Integer> since = coming(evening);
        List<Sitting> all = meetings.sittings(evening.id());
        appointments.hold(
                concerned(since.keySet(), all.stream().filter(Sitting::ahead).toList()));
        Optional<Bank> bank = banks.newest(evening.shape().bank());
        if (bank.isEmpty()) {
            return refused("rounds");
        }
        Set<PersonId> affected = new HashSet<>();
        switch (running(evening, bank.get(), since, all, why, now)) {
            case Came.Refused refused -> {
                return refused;
            }
            case Came.Made(var people) -> affected.addAll(people);
        }
        List<Sitting> sittings = meetings.sittings(evening.id());
        int from = from(evening, sittings, now);
        var there = there(evening, bank.get(), since.keySet(), sittings, now);
        Set<Wanted.Apart> apart = apart(since.keySet(), now);
        Set<Wanted.Busy> unusable = unusable(evening, since.keySet(), there);
        List<Sitting> standing = ahead(sittings, evening.next(now));
        List<Sitting> same = before.map(was -> interviews.same(was, evening, there, standing))
                .orElse(standing);
        List<Sitting> beside = beside(
                evening,
                sittings,
                same.stream()
                        .filter(one -> may(one.meeting(), since.keySet(), apart, unusable))
                        .toList(),
                from,
                now);
        var until = new Until(standing, same, beside, before.isPresent());
        var wanted = new Wanted(
                since,
                apart,
                unusable,
                evening.shape().rooms(),
                evening.shape().slots(),
                Math.min(from, evening.shape().slots() + 1),
                held(evening, sittings, beside, since.keySet(), from, now),
                ahead(same, from).stream().map(Sitting::meeting).toList(),
                evening.id().value().getLeastSignificantBits());
        Came came = change(evening, sittings, until, Plan.of(wanted), from, there, why, now);
        if (came instanceof Came.Made(var people)) {
            affected.addAll(people);
            return new Came.Made(affected);
        }
        return came;
    }

    /**
     * In the slot that is on: whatever has not begun and cannot, as one of the two does not come, is taken back, and whoever is
     * there and has nobody meets somebody else who has nobody, if what is left of the slot is enough for both halves.
     */
    private Came running(
            Evening evening, Bank bank, Map<PersonId, Integer> since, List<Sitting> sittings, String why, Instant now) {
        return RunningSlot.of(evening, sittings, now)
                .map(slot -> {
                    List<Sitting> alone = slot.alone(since.keySet());
                    if (!interviews.takenBack(alone, why, now)) {
                        return refused("moved-on");
                    }
                    meetings.takeOff(alone);
                    Set<PersonId> affected = concerned(Set.of(), alone);
                    if (slot.minutes() == 0) {
                        return new Came.Made(affected);
                    }
                    var there = there(evening, bank, since.keySet(), sittings, now);
                    Set<PersonId> free = slot.free(since.keySet());
                    List<Meeting> added = slot.meetings(
                            free,
                            apart(free, now),
                            unusable(evening, free, there),
                            evening.shape().rooms());
                    added.forEach(meeting -> affected.addAll(both(meeting)));
                    meetings.takeOff(slot.displaced(added));
                    List<Problem> problems = setUp(evening, added, slot.rest(), there, now);
                    return problems.isEmpty() ? new Came.Made(affected) : new Came.Refused(problems);
                })
                .orElseGet(() -> new Came.Made(Set.of()));
    }

    private EveningCards there(Evening evening, Bank bank, Set<PersonId> who, List<Sitting> sittings, Instant now) {
        return EveningCards.of(evening.shape(), bank, store.decks(evening.id()), closed(who, bank, sittings, now));
    }

    private Map<PersonId, Integer> coming(Evening evening) {
        return lists.of(evening.id()).stream()
                .filter(Guest::comes)
                .collect(Collectors.toMap(Guest::person, Guest::since));
    }

    private static List<Sitting> ahead(List<Sitting> sittings, int from) {
        return sittings.stream()
                .filter(one -> one.meeting().slot() >= from && one.ahead())
                .toList();
    }

    /** Whose time a change may touch: all of it is held at once, as two evenings that share people would wait for each other otherwise. */
    private static Set<PersonId> concerned(Collection<PersonId> coming, Collection<Sitting> standing) {
        Set<PersonId> concerned = new HashSet<>(coming);
        standing.forEach(one -> concerned.addAll(both(one.meeting())));
        return concerned;
    }

    /** Holds everybody’s time whom changes of these evenings may touch, before the first of them is changed. */
    void hold(Collection<Evening> evenings) {
        appointments.hold(evenings.stream()
                .flatMap(evening -> concerned(
                        coming(evening).keySet(),
                        meetings.sittings(evening.id()).stream()
                                .filter(Sitting::ahead)
                                .toList())
                        .stream())
                .collect(Collectors.toSet()));
    }

    /**
     * Takes back, where nothing better can be made, every meeting ahead of somebody who does not come, or of two who must not meet.
     *
     * @return whose remaining meetings are others than before
     */
    Set<PersonId> drop(Evening evening, String why, Instant now) {
        List<Sitting> sittings = meetings.sittings(evening.id());
        Set<PersonId> coming = coming(evening).keySet();
        Set<Wanted.Apart> apart = apart(coming, now);
        return drop(
                ahead(sittings, evening.next(now)).stream()
                        .filter(one -> !coming.containsAll(both(one.meeting()))
                                || apart.contains(new Wanted.Apart(
                                        one.meeting().first(), one.meeting().second())))
                        .toList(),
                why,
                now);
    }

    /** Takes back all that somebody has ahead there, also what may still begin in the slot that is on. */
    Set<PersonId> drop(Evening evening, PersonId person, String why, Instant now) {
        return drop(
                meetings.sittings(evening.id()).stream()
                        .filter(one -> one.ahead() && one.meeting().has(person))
                        .toList(),
                why,
                now);
    }

    /** Whether these two have a meeting ahead there that has not begun. */
    boolean couples(Evening evening, PersonId one, PersonId other, Instant now) {
        return ahead(meetings.sittings(evening.id()), evening.next(now)).stream()
                .anyMatch(sitting ->
                        sitting.meeting().has(one) && sitting.meeting().has(other));
    }

    private Set<PersonId> drop(List<Sitting> sittings, String why, Instant now) {
        List<Sitting> dropped = sittings.stream()
                .filter(one -> interviews.takenBack(List.of(one), why, now))
                .toList();
        meetings.takeOff(dropped);
        return concerned(Set.of(), dropped);
    }

    /** The first slot in which nothing has begun. */
    private static int from(Evening evening, List<Sitting> sittings, Instant now) {
        int from = evening.next(now);
        while (begunIn(sittings, from)) {
            from++;
        }
        return from;
    }

    private static boolean begunIn(List<Sitting> sittings, int slot) {
        return sittings.stream().anyMatch(one -> one.meeting().slot() == slot && one.held());
    }

    /**
     * In a slot in which something has begun before its time nothing more is planned: what stands there beside it stays, while there are
     * rooms.
     *
     * @param same what may stay, in the order of slots and rooms
     */
    private static List<Sitting> beside(
            Evening evening, List<Sitting> sittings, List<Sitting> same, int from, Instant now) {
        int rooms = evening.shape().rooms();
        return IntStream.range(evening.next(now), Math.min(from, evening.shape().slots() + 1))
                .boxed()
                .flatMap(slot -> {
                    long begun = sittings.stream()
                            .filter(one -> one.meeting().slot() == slot && one.held())
                            .count();
                    return same.stream()
                            .filter(one -> one.meeting().slot() == slot
                                    && one.meeting().room() <= rooms)
                            .limit(Math.max(0, rooms - begun));
                })
                .toList();
    }

    private static boolean may(
            Meeting meeting, Set<PersonId> coming, Set<Wanted.Apart> apart, Set<Wanted.Busy> unusable) {
        return coming.containsAll(both(meeting))
                && !apart.contains(new Wanted.Apart(meeting.first(), meeting.second()))
                && both(meeting).stream().noneMatch(one -> unusable.contains(new Wanted.Busy(one, meeting.slot())));
    }

    /** What was held, what stays beside it, and what may still begin in the slot that is on, as both are there. */
    private static List<Meeting> held(
            Evening evening,
            List<Sitting> sittings,
            List<Sitting> beside,
            Set<PersonId> coming,
            int from,
            Instant now) {
        return sittings.stream()
                .filter(one -> one.meeting().slot() < from)
                .filter(one -> one.held()
                        || beside.contains(one)
                        || (one.ahead()
                                && one.meeting().slot() < evening.next(now)
                                && coming.containsAll(both(one.meeting()))
                                && one.span(evening).until().isAfter(now)))
                .map(Sitting::meeting)
                .toList();
    }

    private Set<Wanted.Apart> apart(Collection<PersonId> coming, Instant now) {
        return relations.among(coming, now).blocked().stream()
                .map(couple -> new Wanted.Apart(couple.one(), couple.other()))
                .collect(Collectors.toSet());
    }

    /**
     * What is planned ahead until now.
     *
     * @param same    of it, what may stay
     * @param beside  of that, what does, as its slot is planned no more
     * @param follows whether that goes to its slot, as the evening was changed
     */
    private record Until(List<Sitting> standing, List<Sitting> same, List<Sitting> beside, boolean follows) {}

    private Came change(
            Evening evening,
            List<Sitting> sittings,
            Until until,
            Plan plan,
            int from,
            EveningCards there,
            String why,
            Instant now) {
        Map<Place, Sitting> before = until.same().stream()
                .collect(Collectors.toMap(one -> Place.of(one.meeting()), Function.identity(), (one, _) -> one));
        Map<Sitting, Integer> staying = new HashMap<>();
        until.beside().forEach(one -> staying.put(one, one.meeting().room()));
        List<Meeting> added = new ArrayList<>();
        for (Meeting meeting : plan.meetings()) {
            Optional.ofNullable(before.get(Place.of(meeting)))
                    .ifPresentOrElse(one -> staying.put(one, meeting.room()), () -> added.add(meeting));
        }
        Set<Sitting> withdrawn = new HashSet<>(until.standing());
        withdrawn.removeAll(staying.keySet());
        if (!interviews.takenBack(withdrawn, why, now)) {
            return refused("moved-on");
        }
        if (until.follows()) {
            Optional<Refusal> stuck = interviews.moved(staying.keySet(), evening, why, now);
            if (stuck.isPresent()) {
                return refused(stuck.get());
            }
        }
        meetings.takeOff(Stream.concat(
                        withdrawn.stream(),
                        sittings.stream().filter(one -> one.meeting().slot() >= from && one.cancelled()))
                .toList());
        meetings.move(staying);
        List<Problem> problems = setUp(evening, added, there, now);
        return problems.isEmpty()
                ? new Came.Made(Stream.concat(withdrawn.stream().map(Sitting::meeting), added.stream())
                        .flatMap(meeting -> both(meeting).stream())
                        .collect(Collectors.toSet()))
                : new Came.Refused(problems);
    }

    /** Who meets whom when, and who begins: whatever else of a meeting changes is no other meeting. */
    private record Place(int slot, PersonId first, PersonId second) {
        static Place of(Meeting meeting) {
            return new Place(meeting.slot(), meeting.first(), meeting.second());
        }
    }

    /** Takes back every meeting that has not begun. @return false when one has begun meanwhile */
    boolean takeBack(Evening evening, String why, Instant now) {
        List<Sitting> sittings = meetings.sittings(evening.id());
        appointments.hold(concerned(
                coming(evening).keySet(),
                sittings.stream().filter(one -> !one.held()).toList()));
        return takeBack(sittings, why, now);
    }

    private boolean takeBack(List<Sitting> sittings, String why, Instant now) {
        List<Sitting> ahead = sittings.stream().filter(one -> !one.held()).toList();
        boolean all = interviews.takenBack(ahead.stream().filter(Sitting::ahead).toList(), why, now);
        meetings.takeOff(ahead);
        return all;
    }

    private List<Problem> setUp(Evening evening, List<Meeting> added, EveningCards there, Instant now) {
        return setUp(evening, added, meeting -> evening.slot(meeting.slot()), there, now);
    }

    private List<Problem> setUp(Evening evening, List<Meeting> added, Span span, EveningCards there, Instant now) {
        return setUp(evening, added, _ -> span, there, now);
    }

    /** @param when each of them is */
    private List<Problem> setUp(
            Evening evening, List<Meeting> added, Function<Meeting, Span> when, EveningCards there, Instant now) {
        if (added.isEmpty()) {
            return List.of();
        }
        Set<PersonId> who =
                added.stream().flatMap(meeting -> both(meeting).stream()).collect(Collectors.toSet());
        Map<PersonId, Person> names =
                people.namesOf(who).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<Row> rows = added.stream()
                .map(meeting -> new Row(ids.next(), meeting, new InterviewId(ids.next())))
                .toList();
        Map<UUID, MeetingQuestions> held = new HashMap<>();
        rows.forEach(row -> there.of(row.meeting()).ifPresent(questions -> held.put(row.id(), questions)));
        meetings.add(evening.id(), rows, held);
        appointments.takeAll(rows.stream()
                .map(row -> appointment(evening, row, when.apply(row.meeting())))
                .toList());
        return rows.stream()
                .flatMap(row -> exchanges
                        .host(
                                evening,
                                row,
                                when.apply(row.meeting()),
                                there.bank(),
                                Optional.ofNullable(held.get(row.id())),
                                names,
                                now)
                        .stream())
                .toList();
    }

    private Appointment appointment(Evening evening, Row row, Span span) {
        return new Appointment(
                new AppointmentId(ids.next()),
                both(row.meeting()),
                Agreed.of(span, evening.agreed().zone()),
                new What(What.Kind.EVENT, row.id()),
                Optional.of(row.interview()));
    }

    /** Who has something else in a slot, also what has begun here and lasts into it, or could host none of its questions. */
    private Set<Wanted.Busy> unusable(Evening evening, Set<PersonId> who, EveningCards there) {
        Set<Wanted.Busy> unusable = new HashSet<>(there.unusable(who));
        unusable.addAll(elsewhere(evening, who));
        unusable.addAll(slots(evening, meetings.begun(evening.id(), who)));
        return unusable;
    }

    private Set<Wanted.Busy> elsewhere(Evening evening, Collection<PersonId> who) {
        return slots(evening, outside.taken(who, evening.span(), evening.id()));
    }

    private static Set<Wanted.Busy> slots(Evening evening, Collection<Taken> taken) {
        Set<Wanted.Busy> elsewhere = new HashSet<>();
        for (Taken one : taken) {
            for (int slot = 1; slot <= evening.shape().slots(); slot++) {
                if (evening.slot(slot).overlaps(one.span())) {
                    elsewhere.add(new Wanted.Busy(one.person(), slot));
                }
            }
        }
        return elsewhere;
    }

    /** Of these people, who cannot be in a slot whatever the plan, and why. */
    List<Out> out(Evening evening, Set<PersonId> who, List<Sitting> sittings, Instant now) {
        if (who.isEmpty()) {
            return List.of();
        }
        List<Out> out = new ArrayList<>();
        Set<Wanted.Busy> elsewhere = elsewhere(evening, who);
        elsewhere.forEach(one -> out.add(new Out(one.person(), one.slot(), Out.Why.ELSEWHERE)));
        banks
                .newest(evening.shape().bank())
                .map(bank -> there(evening, bank, who, sittings, now).unusable(who))
                .orElse(Set.of())
                .stream()
                .filter(one -> !elsewhere.contains(one))
                .forEach(one -> out.add(new Out(one.person(), one.slot(), Out.Why.QUESTIONS)));
        return out;
    }

    /** Who of those who come has something else in one of the slots, for coaches: by name, once for each thing. */
    List<String> clashes(Evening evening, Collection<PersonId> coming, Map<PersonId, Person> names) {
        return outside.taken(coming, evening.span(), evening.id()).stream()
                .filter(one -> IntStream.rangeClosed(1, evening.shape().slots())
                        .anyMatch(slot -> evening.slot(slot).overlaps(one.span())))
                .map(one -> EveningWords.of(
                        "busy",
                        name(names, one.person()),
                        clock(evening, one.span().from()),
                        clock(evening, one.span().until())))
                .distinct()
                .toList();
    }

    private static String clock(Evening evening, Instant at) {
        return EveningWords.clock(at, evening.agreed().zone());
    }

    /** What nobody may host, as they are yet to be asked it themselves elsewhere. On the evening itself no question is in two slots. */
    private Map<PersonId, Set<String>> closed(Set<PersonId> who, Bank bank, List<Sitting> sittings, Instant now) {
        Map<InterviewId, PersonId> open = outside.yetToBeAsked(who, bank.id(), now.minus(COUNTS_FOR));
        sittings.forEach(one -> {
            open.remove(one.interview());
            one.second().ifPresent(open::remove);
        });
        Map<PersonId, Set<String>> closed = new HashMap<>();
        states.find(open.keySet())
                .forEach((interview, known) -> Optional.ofNullable(open.get(interview))
                        .ifPresent(person -> closed.computeIfAbsent(person, _ -> new HashSet<>())
                                .addAll(known.setup().agenda().items().stream()
                                        .map(AgendaItem::questionId)
                                        .toList())));
        return closed;
    }

    static String name(Map<PersonId, Person> names, PersonId person) {
        return Optional.ofNullable(names.get(person)).map(Person::name).orElse("–");
    }

    private static Set<PersonId> both(Meeting meeting) {
        return Set.of(meeting.first(), meeting.second());
    }

    static Problem problem(String key, Object... places) {
        return new Problem("", EveningWords.of(key, places));
    }

    /** Whatever else is in the way says so itself. */
    private static Came refused(Refusal refusal) {
        return refusal.code() == Refusal.Code.ALREADY_STARTED
                ? refused("moved-on")
                : new Came.Refused(List.of(new Problem("", refusal.sentence())));
    }

    static Came refused(String key) {
        return new Came.Refused(List.of(problem(key)));
    }
}
