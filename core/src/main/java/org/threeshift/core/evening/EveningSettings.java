package org.threeshift.core.evening;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.evening.PostgresEveningDates.Place;
import org.threeshift.core.exchange.ExchangeSettings;
import org.threeshift.core.exchange.Setting;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Meetings lead back to their evening and say what comes next; chairs are swapped until the slot ends, as both are expected elsewhere then. */
@Component
final class EveningSettings implements ExchangeSettings {
    private final PostgresEveningDates store;
    private final People people;

    EveningSettings(PostgresEveningDates store, People people) {
        this.store = store;
        this.people = people;
    }

    @Override
    public Map<InterviewId, Setting> of(Collection<InterviewId> firstHalves, PersonId reader) {
        Map<InterviewId, Place> places = firstHalves.isEmpty() ? Map.of() : store.places(firstHalves, reader);
        if (places.isEmpty()) {
            return Map.of();
        }
        Map<PersonId, Person> names = people
                .namesOf(places.values().stream()
                        .flatMap(place -> place.partner().stream())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        return places.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> setting(entry.getValue(), names)));
    }

    private static Setting setting(Place place, Map<PersonId, Person> names) {
        Evening evening = place.evening();
        boolean last = place.slot() >= evening.shape().slots();
        return new Setting(
                evening.title(),
                place.asked() ? EveningInvites.PATH + evening.id() : "",
                evening.state() == Evening.State.CALLED_OFF,
                place.ends(),
                evening.span().until(),
                place.next()
                        .or(() -> last
                                ? Optional.empty()
                                : Optional.of(evening.slot(place.slot() + 1).from())),
                place.partner().map(partner -> EveningPlans.name(names, partner)));
    }
}
