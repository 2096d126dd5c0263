package org.threeshift.web.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.booking.Booking;
import org.threeshift.core.booking.BookingPages;
import org.threeshift.core.booking.Bookings;
import org.threeshift.core.booking.Bookings.Answered;
import org.threeshift.core.booking.Rules;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.account.Zones;
import org.threeshift.web.page.Moments;
import org.threeshift.web.page.Texts;

/** What somebody booked, or was booked for: the list, and one session with moving it and calling it off. */
@Controller
@RequestMapping("/bookings")
final class BookingsController {
    private static final Set<String> DEEDS = Set.of("booked", "moved", "cancelled");

    private final Bookings bookings;
    private final BookingPages pages;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Ids ids;
    private final InstantSource time;
    private final Texts texts;

    BookingsController(
            Bookings bookings,
            BookingPages pages,
            People people,
            CurrentPerson currentPerson,
            Ids ids,
            InstantSource time,
            Texts texts) {
        this.bookings = bookings;
        this.pages = pages;
        this.people = people;
        this.currentPerson = currentPerson;
        this.ids = ids;
        this.time = time;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list() {
        Person person = currentPerson.required();
        List<Booking> ahead = bookings.ahead(person);
        List<Booking> past = bookings.past(person);
        var view = new ModelAndView("booking/bookings");
        view.addObject("ahead", ahead);
        view.addObject("past", past);
        view.addObject(
                "people", names(Stream.concat(ahead.stream(), past.stream()).toList()));
        view.addObject("bookable", pages.forMember(person));
        return view;
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String done) {
        return one(booking(id), "", "", DEEDS.contains(done) ? done : "", HttpStatus.OK);
    }

    @GetMapping("/{id}/move")
    ModelAndView hours(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String zone) {
        Booking booking = booking(id);
        if (bookings.changeableUntil(booking, currentPerson.required()).isEmpty()) {
            return new ModelAndView("redirect:/bookings/" + booking.interview());
        }
        String path = "/bookings/" + booking.interview() + "/move";
        var view = new ModelAndView("booking/move");
        view.addObject("booking", booking);
        view.addObject(
                "week",
                Week.of(
                        free(booking),
                        week,
                        zone(zone),
                        path,
                        path + "/hour",
                        time.instant(),
                        texts.locale(),
                        otherOf(booking).map(Person::zone)));
        view.addObject("zones", Zones.choices());
        view.addObject("other", other(booking));
        return view;
    }

    @GetMapping("/{id}/move/hour")
    ModelAndView hour(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String zone) {
        Booking booking = booking(id);
        if (bookings.changeableUntil(booking, currentPerson.required()).isEmpty()) {
            return new ModelAndView("redirect:/bookings/" + booking.interview());
        }
        return Asking.start(start)
                .filter(wanted -> !wanted.equals(booking.startsAt()))
                .map(wanted -> form(booking, wanted, zone(zone), ids.next().toString(), "", "", HttpStatus.OK))
                .orElseGet(() -> new ModelAndView("redirect:/bookings/" + booking.interview() + "/move"));
    }

    @PostMapping("/{id}/move")
    ModelAndView move(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String command) {
        Booking booking = booking(id);
        Optional<Instant> wanted = Asking.start(start);
        Optional<InterviewId> commandId = InterviewId.parse(command);
        if (wanted.isEmpty() || commandId.isEmpty()) {
            return form(
                    booking,
                    wanted.orElse(booking.startsAt()),
                    zone(zone),
                    ids.next().toString(),
                    reason,
                    texts.text("booking.wrong.hour"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Answered answer = bookings.move(
                booking.interview(),
                commandId.get().value(),
                currentPerson.required(),
                wanted.get(),
                zone(zone),
                reason);
        return sentence(answer)
                .map(refused -> form(
                        booking, wanted.get(), zone(zone), command, reason, refused, HttpStatus.UNPROCESSABLE_CONTENT))
                .orElseGet(() -> new ModelAndView("redirect:/bookings/" + booking.interview() + "?done=moved"));
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable String id, @RequestParam(defaultValue = "") String why) {
        Booking booking = booking(id);
        UUID commandId = ids.next();
        return sentence(bookings.cancel(booking.interview(), commandId, currentPerson.required(), why))
                .map(refused -> one(booking, why, refused, "", HttpStatus.UNPROCESSABLE_CONTENT))
                .orElseGet(() -> new ModelAndView("redirect:/bookings/" + booking.interview() + "?done=cancelled"));
    }

    /** Absent when it is done. */
    private static Optional<String> sentence(Answered answer) {
        return switch (answer) {
            case Answered.Done _ -> Optional.empty();
            case Answered.Refused(var refusal) -> Optional.of(refusal.sentence());
            case Answered.NotHosted(var refusal) -> Optional.of(refusal.sentence());
            case Answered.NotThere(), Answered.BadAnswers _ -> throw Asking.notThere();
        };
    }

    private ModelAndView one(Booking booking, String why, String refused, String done, HttpStatus status) {
        Person reader = currentPerson.required();
        var view = new ModelAndView("booking/booking", status);
        view.addObject("booking", booking);
        view.addObject("other", other(booking));
        view.addObject("asCoach", booking.coach().equals(reader.id()));
        view.addObject("until", bookings.changeableUntil(booking, reader));
        view.addObject("open", bookings.cancellable(booking));
        view.addObject("off", bookings.calledOff(booking));
        view.addObject("late", bookings.late(booking));
        view.addObject("why", why);
        view.addObject("refused", refused);
        view.addObject("done", done);
        return view;
    }

    private ModelAndView form(
            Booking booking,
            Instant start,
            ZoneId zone,
            String command,
            String reason,
            String refused,
            HttpStatus status) {
        var view = new ModelAndView("booking/moveHour", status);
        view.addObject("booking", booking);
        view.addObject("other", other(booking));
        view.addObject("start", start);
        view.addObject("zone", zone);
        view.addObject("moments", new Moments(zone, time.instant(), texts));
        view.addObject("theirs", otherOf(booking).map(person -> new Moments(person.zone(), time.instant(), texts)));
        view.addObject("there", otherOf(booking).map(person -> Theirs.of(start, person.zone(), zone, texts.locale())));
        view.addObject("command", command);
        view.addObject("reason", reason);
        view.addObject("refused", refused);
        return view;
    }

    private List<Instant> free(Booking booking) {
        return bookings.free(booking, Span.of(time.instant(), Duration.ofDays(Rules.MOST_DAYS_AHEAD + 2L)));
    }

    private Booking booking(String id) {
        return InterviewId.parse(id)
                .flatMap(interview -> bookings.find(interview, currentPerson.required()))
                .orElseThrow(Asking::notThere);
    }

    private ZoneId zone(String typed) {
        return Asking.zone(typed, currentPerson.required().zone());
    }

    private String other(Booking booking) {
        return otherOf(booking).map(Person::name).orElse("");
    }

    private Optional<Person> otherOf(Booking booking) {
        Person reader = currentPerson.required();
        return people.find(booking.coach().equals(reader.id()) ? booking.candidate() : booking.coach());
    }

    private Map<PersonId, String> names(List<Booking> all) {
        Set<PersonId> known = all.stream()
                .flatMap(booking -> Stream.of(booking.coach(), booking.candidate()))
                .collect(Collectors.toSet());
        return people.namesOf(known).stream().collect(Collectors.toMap(Person::id, Person::name));
    }
}
