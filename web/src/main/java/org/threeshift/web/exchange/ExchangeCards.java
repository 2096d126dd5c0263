package org.threeshift.web.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.exchange.ExchangeId;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Finds exchanges for one of their two people, with the partner's name. */
@Component
public final class ExchangeCards {
    private final Exchanges exchanges;
    private final People people;

    ExchangeCards(Exchanges exchanges, People people) {
        this.exchanges = exchanges;
        this.people = people;
    }

    /** Absent when there is no such exchange, or the reader is not one of the two. */
    Optional<ExchangeCard> find(ExchangeId id, PersonId reader) {
        return exchanges.find(id, reader).map(view -> cards(List.of(view)).getFirst());
    }

    /** The exchange to which an interview belongs. */
    public Optional<ExchangeCard> of(InterviewId half, PersonId reader) {
        return exchanges.of(half, reader).map(view -> cards(List.of(view)).getFirst());
    }

    /** Those to which any of these interviews belongs, the newest first. */
    public List<ExchangeCard> among(Collection<InterviewId> halves, PersonId reader) {
        return cards(exchanges.among(halves, reader));
    }

    /** What {@link ExchangeCard#version} would be; empty when the interview belongs to no exchange. */
    public String version(InterviewId half, PersonId reader) {
        return exchanges.of(half, reader).map(ExchangeView::version).orElse("");
    }

    private List<ExchangeCard> cards(List<ExchangeView> views) {
        List<PersonId> others =
                views.stream().flatMap(view -> view.other().stream()).toList();
        Map<PersonId, String> names =
                people.namesOf(others).stream().collect(Collectors.toMap(Person::id, Person::name));
        return views.stream()
                .map(view -> ExchangeCard.of(
                        view,
                        view.other()
                                .map(id -> names.getOrDefault(id, ""))
                                .orElse(view.first().invitee())))
                .toList();
    }
}
