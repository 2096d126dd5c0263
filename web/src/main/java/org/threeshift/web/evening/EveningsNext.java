package org.threeshift.web.evening;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threeshift.core.evening.Evening.State;
import org.threeshift.core.evening.EveningViews;
import org.threeshift.core.evening.EveningViews.Asked;
import org.threeshift.core.people.Person;
import org.threeshift.web.next.NextThing;
import org.threeshift.web.next.NextThing.Timing;
import org.threeshift.web.next.NextThings;
import org.threeshift.web.page.Texts;

/** A practice evening that asks whether somebody comes, or to which they said yes. Its single meetings come of themselves, as interviews do. */
@Component
final class EveningsNext implements NextThings {
    private final EveningViews evenings;
    private final Texts texts;

    EveningsNext(EveningViews evenings, Texts texts) {
        this.evenings = evenings;
        this.texts = texts;
    }

    @Override
    public List<NextThing> of(Person person, Instant now) {
        return evenings.of(person.id()).stream()
                .flatMap(asked -> thing(asked, now))
                .toList();
    }

    private Stream<NextThing> thing(Asked asked, Instant now) {
        var evening = asked.evening();
        String href = "/evenings/" + evening.id();
        if (asked.open() && !evening.begun(now)) {
            return Stream.of(new NextThing(
                    Timing.ANSWER_BY,
                    evening.span().from(),
                    texts.text("evening.next.asked", evening.title()),
                    texts.text("evening.next.what", evening.shape().slots()),
                    texts.text("evening.next.answer"),
                    href));
        }
        return asked.comes() && evening.state() == State.ASKING
                ? Stream.of(new NextThing(
                        Timing.PLANNED,
                        evening.span().from(),
                        texts.text("evening.next.comes", evening.title()),
                        texts.text("evening.next.what", evening.shape().slots()),
                        texts.text("evening.next.open"),
                        href))
                : Stream.of();
    }
}
