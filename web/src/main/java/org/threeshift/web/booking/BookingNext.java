package org.threeshift.web.booking;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threeshift.core.booking.BookingPages;
import org.threeshift.core.people.Person;
import org.threeshift.web.next.NextThing;
import org.threeshift.web.next.NextThing.Timing;
import org.threeshift.web.next.NextThings;
import org.threeshift.web.page.Texts;

/** Another coach who waits for a word: whether one takes sessions on their page as well. */
@Component
final class BookingNext implements NextThings {
    private final BookingPages pages;
    private final Texts texts;

    BookingNext(BookingPages pages, Texts texts) {
        this.pages = pages;
        this.texts = texts;
    }

    @Override
    public List<NextThing> of(Person person, Instant now) {
        return pages.asked(person).stream()
                .map(asked -> new NextThing(
                        Timing.WAITS,
                        asked.at(),
                        texts.text("booking.next.asked", asked.by()),
                        texts.text("booking.next.page", asked.title()),
                        texts.text("booking.next.answer"),
                        "/booking/pages/" + asked.page()))
                .toList();
    }
}
