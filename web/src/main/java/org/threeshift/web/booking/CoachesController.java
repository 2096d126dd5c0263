package org.threeshift.web.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.booking.BookingPage;
import org.threeshift.core.booking.BookingPageId;
import org.threeshift.core.booking.BookingPages;
import org.threeshift.core.booking.Bookings;
import org.threeshift.core.booking.Bookings.OpenHour;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;

/** Whom a member can book, among the other ways to practise. */
@Controller
@RequestMapping("/practice/coaches")
final class CoachesController {
    private final BookingPages pages;
    private final Bookings bookings;
    private final CurrentPerson currentPerson;

    CoachesController(BookingPages pages, Bookings bookings, CurrentPerson currentPerson) {
        this.pages = pages;
        this.bookings = bookings;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    ModelAndView show() {
        Person person = currentPerson.required();
        List<BookingPage> bookable = pages.forMember(person);
        Map<BookingPageId, Instant> soonest = bookings.soonest(person, bookable.size()).stream()
                .collect(Collectors.toMap(hour -> hour.page().id(), OpenHour::start));
        return new ModelAndView("booking/coaches", Map.of("bookable", bookable, "soonest", soonest));
    }
}
