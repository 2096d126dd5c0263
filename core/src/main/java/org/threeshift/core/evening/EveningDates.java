package org.threeshift.core.evening;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.threeshift.core.calendar.CalendarInvites.Occasion;
import org.threeshift.core.calendar.Occasions;
import org.threeshift.core.evening.PostgresEveningDates.Own;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Evenings in the calendars of those who said that they come, and of whoever leads them, from that moment on. Once somebody has meetings
 * by a plan, these stand there as interviews in the evening’s place. In “My calendar”, which is here, it stands from the moment that
 * somebody is asked.
 */
@Service
public class EveningDates implements Occasions {
    /** As far back as evenings are kept, and as far ahead as they are planned. */
    private static final Duration FAR = Duration.ofDays(370);

    private final PostgresEveningDates store;
    private final People people;
    private final InstantSource time;

    EveningDates(PostgresEveningDates store, People people, InstantSource time) {
        this.store = store;
        this.people = people;
        this.time = time;
    }

    /** How somebody stands to an evening that is in their calendar. */
    public enum Part {
        /** They planned it. */
        LEADS,
        COMES,
        /** They have not answered yet. */
        ASKED
    }

    public record EveningDate(Evening evening, Part part) {
        public boolean calledOff() {
            return evening.state() == Evening.State.CALLED_OFF;
        }
    }

    /** For somebody’s own calendar, also those that were called off, the next one first. One query. */
    public List<EveningDate> of(PersonId person, Span within) {
        Instant now = time.instant();
        return store.of(person, within).stream()
                .filter(own -> own.comes() ? !own.meets() : own.waits(now))
                .map(own -> new EveningDate(
                        own.evening(), own.leads() ? Part.LEADS : own.comes() ? Part.COMES : Part.ASKED))
                .toList();
    }

    /** Which somebody planned and that are neither over nor called off, the next one first. One query. */
    public List<Evening> ledBy(PersonId person) {
        Instant now = time.instant();
        return of(person, new Span(now, now.plus(FAR))).stream()
                .filter(date -> date.part() == Part.LEADS && !date.calledOff())
                .map(EveningDate::evening)
                .toList();
    }

    @Override
    public List<Occasion> of(PersonId person) {
        Instant now = time.instant();
        List<Own> all = store.of(person, new Span(now.minus(FAR), now.plus(FAR))).stream()
                .filter(own -> !own.asked())
                .toList();
        Map<PersonId, Person> names =
                people.namesOf(all.stream().map(own -> own.evening().coach()).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        return all.stream().map(own -> occasion(own, names)).toList();
    }

    private static Occasion occasion(Own own, Map<PersonId, Person> names) {
        Evening evening = own.evening();
        String coach = EveningPlans.name(names, evening.coach());
        return new Occasion(
                evening.id().value(),
                evening.version(),
                own.changedAt(),
                evening.span(),
                evening.agreed().zone(),
                EveningWords.of("calendar.summary", evening.title()),
                List.of(EveningInvites.asked(evening, own.leads(), own.comes(), coach)),
                EveningInvites.PATH + evening.id(),
                coach,
                !own.stands());
    }

    /**
     * Of these interviews, those that came of an earlier plan of an evening, or of one that was called off as a whole: their people
     * were told of the evening, which stands in their calendars, and not of each of them.
     */
    public Set<InterviewId> takenBack(Collection<InterviewId> calledOff) {
        return calledOff.isEmpty() ? Set.of() : store.takenBack(calledOff);
    }
}
