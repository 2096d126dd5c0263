package org.threeshift.core.evening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threeshift.core.calendar.CalendarInvites;
import org.threeshift.core.calendar.CalendarInvites.Occasion;
import org.threeshift.core.calendar.Times;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.mail.CalendarPart;
import org.threeshift.core.notice.Dispatch;
import org.threeshift.core.notice.Enclosures;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** An evening as one entry in a guest’s calendar, with their own meetings in its text, as it stands when it is written. */
@Component
public final class EveningInvites implements Enclosures {
    static final String PATH = "/evenings/";

    private final PostgresEvenings store;
    private final PostgresGuestLists lists;
    private final PostgresMeetings meetings;
    private final CalendarInvites calendars;
    private final Cohorts cohorts;
    private final People people;

    EveningInvites(
            PostgresEvenings store,
            PostgresGuestLists lists,
            PostgresMeetings meetings,
            CalendarInvites calendars,
            Cohorts cohorts,
            People people) {
        this.store = store;
        this.lists = lists;
        this.meetings = meetings;
        this.calendars = calendars;
        this.cohorts = cohorts;
        this.people = people;
    }

    @Override
    public Optional<CalendarPart> of(Dispatch dispatch) {
        return switch (dispatch.kind()) {
            case EVENING_ASKED, EVENING_PLANNED, EVENING_CHANGED, EVENING_OFF, EVENING_WITHOUT, EVENING_DECLINED ->
                EveningId.parse(dispatch.link().substring(PATH.length()))
                        .flatMap(store::find)
                        .flatMap(evening -> calendars.of(dispatch.to(), asking(evening, dispatch.to())));
            default -> Optional.empty();
        };
    }

    /** As a file with the reader's own meetings, for whoever is expected, and for coaches of the cohort; absent for everybody else. */
    public Optional<String> file(Person reader, EveningId id, Times times) {
        return store.find(id)
                .filter(evening -> expected(evening, reader) || cohorts.coaches(reader.id(), evening.cohort()))
                .map(evening ->
                        calendars.file(occasion(evening, reader, evening.state() == Evening.State.CALLED_OFF), times));
    }

    private boolean expected(Evening evening, Person person) {
        return EveningNotices.expected(lists.of(evening.id())).contains(person.id());
    }

    private Occasion asking(Evening evening, Person guest) {
        return occasion(evening, guest, evening.state() == Evening.State.CALLED_OFF || !expected(evening, guest));
    }

    private Occasion occasion(Evening evening, Person guest, boolean calledOff) {
        List<Sitting> own = meetings.sittings(evening.id()).stream()
                .filter(one -> one.meeting().has(guest.id()) && !one.cancelled())
                .toList();
        Map<PersonId, Person> names = people
                .namesOf(Stream.concat(
                                Stream.of(evening.coach()),
                                own.stream().map(one -> one.meeting().partnerOf(guest.id())))
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        String coach = EveningPlans.name(names, evening.coach());
        return new Occasion(
                evening.id().value(),
                evening.version(),
                evening.changedAt(),
                evening.span(),
                evening.agreed().zone(),
                EveningWords.of("calendar.summary", evening.title()),
                Stream.concat(
                                Stream.of(asked(
                                        evening, evening.coach().equals(guest.id()), comes(evening, guest), coach)),
                                own.stream()
                                        .map(one -> EveningWords.of(
                                                "calendar.meeting",
                                                EveningWords.clock(
                                                        one.span(evening).from(), guest.zone()),
                                                EveningPlans.name(
                                                        names, one.meeting().partnerOf(guest.id())))))
                        .toList(),
                PATH + evening.id(),
                coach,
                calledOff);
    }

    private boolean comes(Evening evening, Person person) {
        return lists.of(evening.id()).stream().anyMatch(guest -> guest.person().equals(person.id()) && guest.comes());
    }

    /**
     * @param leads whether the reader is the coach who planned it
     * @param comes whether they said that they come
     */
    static String asked(Evening evening, boolean leads, boolean comes, String coach) {
        String key = leads ? "calendar.led" : comes ? "calendar.comes" : "calendar.asked";
        return EveningWords.of(key, evening.title(), coach);
    }
}
