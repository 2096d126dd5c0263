package org.threeshift.core.evening;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.threeshift.core.cohort.Cohort;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.evening.Evening.State;
import org.threeshift.core.evening.Guest.Answer;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.presence.Attendance;
import org.threeshift.core.presence.Attendances;

/** Practice evenings as their readers may see them. The same few queries, however many people come. */
@Service
public class EveningViews {
    private static final int LISTED = 20;

    private final PostgresEvenings store;
    private final PostgresGuestLists lists;
    private final PostgresMeetings meetings;
    private final EveningPlans plans;
    private final Cohorts cohorts;
    private final People people;
    private final Attendances attendances;
    private final InstantSource time;

    EveningViews(
            PostgresEvenings store,
            PostgresGuestLists lists,
            PostgresMeetings meetings,
            EveningPlans plans,
            Cohorts cohorts,
            People people,
            Attendances attendances,
            InstantSource time) {
        this.store = store;
        this.lists = lists;
        this.meetings = meetings;
        this.plans = plans;
        this.cohorts = cohorts;
        this.people = people;
        this.attendances = attendances;
        this.time = time;
    }

    /** Absent for whoever neither coaches the cohort nor was asked. */
    public Optional<EveningView> find(EveningId id, Person reader) {
        return store.find(id).flatMap(evening -> view(evening, reader));
    }

    /** The evening that an interview is part of, for whoever may see it. */
    public Optional<EveningId> of(InterviewId interview, Person reader) {
        return meetings.part(interview, reader.id())
                .filter(part -> part.asked() || cohorts.coaches(reader.id(), part.cohort()))
                .map(PostgresMeetings.Part::evening);
    }

    private Optional<EveningView> view(Evening evening, Person reader) {
        List<Guest> guests = lists.of(evening.id());
        boolean coaching = cohorts.coaches(reader.id(), evening.cohort());
        boolean asked = guests.stream().anyMatch(guest -> guest.person().equals(reader.id()));
        if (!coaching && !asked) {
            return Optional.empty();
        }
        List<Sitting> sittings = meetings.sittings(evening.id()).stream()
                .filter(one -> coaching || one.meeting().has(reader.id()))
                .toList();
        List<Guest> shown = guests.stream()
                .filter(guest -> coaching || guest.person().equals(reader.id()))
                .toList();
        Set<PersonId> named = Stream.concat(
                        Stream.of(evening.coach()),
                        Stream.concat(
                                shown.stream().map(Guest::person),
                                sittings.stream()
                                        .flatMap(one -> Stream.of(
                                                one.meeting().first(),
                                                one.meeting().second()))))
                .collect(Collectors.toSet());
        Map<PersonId, Person> names =
                people.namesOf(named).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<Out> outs = outs(evening, guests, coaching ? sittings : meetings.sittings(evening.id())).stream()
                .filter(out -> coaching || out.person().equals(reader.id()))
                .toList();
        return Optional.of(new EveningView(
                evening,
                cohorts.invitedTo(evening.cohort()).map(Cohort::name).orElse(""),
                reader.id(),
                coaching,
                shown,
                sittings,
                names,
                coaching ? here(sittings) : Map.of(),
                coaching ? clashes(evening, guests, sittings, names, outs) : List.of(),
                outs));
    }

    /** Of those who come and sit out somewhere once there is a plan. */
    private List<Out> outs(Evening evening, List<Guest> guests, List<Sitting> sittings) {
        Instant now = time.instant();
        if (evening.state() != State.PLANNED || evening.over(now)) {
            return List.of();
        }
        var seating = new Seating(evening.shape(), guests, sittings);
        return seating.reasons(plans.out(evening, seating.sittingOut(), sittings, now));
    }

    private List<String> clashes(
            Evening evening, List<Guest> guests, List<Sitting> sittings, Map<PersonId, Person> names, List<Out> outs) {
        if (evening.state() == State.CALLED_OFF || evening.over(time.instant())) {
            return List.of();
        }
        List<PersonId> coming =
                guests.stream().filter(Guest::comes).map(Guest::person).toList();
        return Stream.of(
                        evening.state() == State.PLANNED
                                ? alone(new Seating(evening.shape(), guests, sittings), names)
                                : Stream.<String>of(),
                        plans.clashes(evening, coming, names).stream(),
                        outs.stream()
                                .filter(out -> out.why() == Out.Why.QUESTIONS)
                                .map(out -> EveningWords.of(
                                        "asked-elsewhere", EveningPlans.name(names, out.person()), out.slot())))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<String> alone(Seating seating, Map<PersonId, Person> names) {
        List<String> alone = seating.alone().stream()
                .flatMap(person -> Optional.ofNullable(names.get(person)).stream())
                .sorted(Person.BY_NAME)
                .map(Person::name)
                .toList();
        return alone.isEmpty()
                ? Stream.of()
                : Stream.of(EveningWords.of("meet-nobody", String.join(EveningWords.of("between"), alone)));
    }

    private Map<InterviewId, Set<PersonId>> here(List<Sitting> sittings) {
        Set<InterviewId> asked = new HashSet<>();
        sittings.forEach(one -> {
            asked.add(one.interview());
            one.second().ifPresent(asked::add);
        });
        return asked.isEmpty()
                ? Map.of()
                : attendances.of(asked).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().stream()
                                        .filter(one -> one.state() == Attendance.State.HERE)
                                        .map(Attendance::person)
                                        .collect(Collectors.toSet())));
    }

    /** Those of a cohort, the last to begin first; absent for whoever does not coach it. */
    public Optional<List<Evening>> of(CohortId cohort, Person coach) {
        return cohorts.coaches(coach.id(), cohort) ? Optional.of(store.of(cohort, LISTED)) : Optional.empty();
    }

    /**
     * An evening to which somebody was asked.
     *
     * @param answer absent until they gave one
     */
    public record Asked(Evening evening, Optional<Answer> answer, boolean away) {
        /** Whether it waits for their word. */
        public boolean open() {
            return answer.isEmpty() && evening.state() != State.CALLED_OFF;
        }

        public boolean comes() {
            return answer.filter(Answer.YES::equals).isPresent() && !away && evening.state() != State.CALLED_OFF;
        }
    }

    /** To which somebody was asked and that are not over, the next one first. One query. */
    public List<Asked> of(PersonId person) {
        return lists.of(person, time.instant()).stream()
                .map(own -> new Asked(own.evening(), own.answer(), own.away()))
                .toList();
    }
}
