package org.threeshift.web.pairs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.exchange.Chair;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.Half;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.PairView;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.host.NextStep;

/** Pairs with the exchanges that came of them. */
@Component
public final class PairCards {
    private final Pairs pairs;
    private final Exchanges exchanges;

    PairCards(Pairs pairs, Exchanges exchanges) {
        this.pairs = pairs;
        this.exchanges = exchanges;
    }

    /** Those of a person that are not over, and what ended lately; the next hour first. */
    public List<PairCard> of(PersonId reader) {
        return cards(pairs.of(reader), reader);
    }

    /** Those for which somebody has to do something, or that lie ahead and are agreed on by nobody yet. */
    public List<PairCard> open(PersonId reader) {
        return of(reader).stream()
                .filter(card -> card.view().confirmBy().isPresent()
                        || card.view().askedToMove().isPresent())
                .toList();
    }

    PairCard of(PairView view) {
        return cards(List.of(view), view.reader()).getFirst();
    }

    private List<PairCard> cards(List<PairView> views, PersonId reader) {
        List<InterviewId> firsts = views.stream()
                .filter(view -> view.partner().isPresent())
                .map(PairView::first)
                .toList();
        Map<InterviewId, ExchangeView> made = exchanges.among(firsts, reader).stream()
                .collect(Collectors.toMap(exchange -> exchange.first().id(), Function.identity(), (one, _) -> one));
        return views.stream()
                .map(view -> card(view, Optional.ofNullable(made.get(view.first()))))
                .toList();
    }

    private static PairCard card(PairView view, Optional<ExchangeView> exchange) {
        return new PairCard(view, exchange.map(PairCards::path), exchange.flatMap(PairCards::place));
    }

    private static Optional<String> place(ExchangeView exchange) {
        Half first = exchange.first();
        boolean there = first.phase() == Phase.SCHEDULED || first.phase() == Phase.LIVE;
        Seat seat = exchange.chair() == Chair.CANDIDATE ? Seat.CANDIDATE : Seat.INTERVIEWER;
        return there ? Optional.of(NextStep.of(first.id(), first.phase(), seat).path()) : Optional.empty();
    }

    private static String path(ExchangeView exchange) {
        return "/exchanges/" + exchange.id();
    }
}
