package org.threeshift.web.pairs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Person;
import org.threeshift.web.next.NextThing;
import org.threeshift.web.next.NextThing.Timing;
import org.threeshift.web.next.NextThings;
import org.threeshift.web.page.Texts;

/** A pair that waits for somebody's word: to confirm it, or to say whether another hour will do. */
@Component
final class PairsNext implements NextThings {
    private final PairCards pairs;
    private final Texts texts;

    PairsNext(PairCards pairs, Texts texts) {
        this.pairs = pairs;
        this.texts = texts;
    }

    @Override
    public List<NextThing> of(Person person, Instant now) {
        return pairs.open(person.id()).stream()
                .flatMap(card -> thing(card).stream())
                .toList();
    }

    private Optional<NextThing> thing(PairCard card) {
        if (card.view().asksReader()) {
            return card.view()
                    .confirmBy()
                    .map(until -> new NextThing(
                            Timing.ANSWER_BY,
                            until,
                            card.view().hour().from(),
                            texts.text("pairs.next.confirm.title"),
                            what(card),
                            texts.text("pairs.next.confirm.action"),
                            card.path()));
        }
        return card.view()
                .askedToMove()
                .map(hour -> new NextThing(
                        Timing.ANSWER_BY,
                        card.view().hour().from(),
                        hour.from(),
                        texts.text("pairs.next.move.title", card.partner()),
                        what(card),
                        texts.text("pairs.next.move.action"),
                        card.path()));
    }

    private String what(PairCard card) {
        return texts.text("pairs.next.what", card.view().minutes());
    }
}
