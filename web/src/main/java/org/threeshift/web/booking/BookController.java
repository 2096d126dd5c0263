package org.threeshift.web.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.booking.BookingPage;
import org.threeshift.core.booking.BookingPages;
import org.threeshift.core.booking.Bookings;
import org.threeshift.core.booking.Bookings.Answered;
import org.threeshift.core.booking.Bookings.Hour;
import org.threeshift.core.booking.Bookings.Wish;
import org.threeshift.core.booking.SessionKind;
import org.threeshift.core.booking.SessionKindId;
import org.threeshift.core.entry.EntryRequests;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.PairView;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.ZoneQuestions;
import org.threeshift.web.account.Zones;
import org.threeshift.web.page.Moments;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.ReturnAddress;

/** A booking page: its kinds of session, the hours of one, and the form by which one is booked. Whoever has its address comes. */
@Controller
@RequestMapping("/book/{slug}")
final class BookController {
    /** Other hours that are offered beside one that is gone. */
    private static final int OTHERS = 8;

    private final BookingPages pages;
    private final Bookings bookings;
    private final Pairs pairs;
    private final Banks banks;
    private final People people;
    private final EntryRequests entry;
    private final CurrentPerson currentPerson;
    private final Ids ids;
    private final InstantSource time;
    private final Texts texts;

    private final ZoneQuestions zones;

    BookController(
            BookingPages pages,
            Bookings bookings,
            Pairs pairs,
            Banks banks,
            People people,
            EntryRequests entry,
            CurrentPerson currentPerson,
            Ids ids,
            InstantSource time,
            Texts texts,
            ZoneQuestions zones) {
        this.zones = zones;
        this.pages = pages;
        this.bookings = bookings;
        this.pairs = pairs;
        this.banks = banks;
        this.people = people;
        this.entry = entry;
        this.currentPerson = currentPerson;
        this.ids = ids;
        this.time = time;
        this.texts = texts;
    }

    /** A page as it was found, or what is shown instead. */
    private sealed interface Found {
        record Here(BookingPage page) implements Found {}

        record Instead(ModelAndView view) implements Found {}
    }

    /** Whether there is such a page is told to nobody who has not said who they are, unless it is one for everybody. */
    private Found find(String slug, String path) {
        Optional<Person> visitor = currentPerson.get();
        Optional<BookingPage> page = pages.visit(slug, visitor);
        if (page.isPresent()) {
            return new Found.Here(page.get());
        }
        if (pages.switchedOff(slug, visitor)) {
            return new Found.Instead(closed(List.of()));
        }
        if (visitor.isEmpty()) {
            return new Found.Instead(signIn(path));
        }
        throw Asking.notThere();
    }

    /** @param typed what was typed into the form meanwhile, to be copied from there */
    private static ModelAndView closed(List<String> typed) {
        var view = new ModelAndView("booking/closed", typed.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT);
        view.addObject("typed", words(typed));
        view.addObject("booking", Optional.empty());
        return view;
    }

    /** A kind that is not offered on it any more, or never was. */
    private static ModelAndView gone(BookingPage page, List<String> typed) {
        ModelAndView view = closed(typed);
        view.addObject("booking", Optional.of(page));
        return view;
    }

    private static List<String> words(List<String> typed) {
        return typed.stream().filter(text -> !text.isBlank()).toList();
    }

    @GetMapping
    ModelAndView kinds(@PathVariable String slug) {
        return switch (find(slug, "/book/" + slug)) {
            case Found.Instead(var view) -> view;
            case Found.Here(var page) -> {
                var view = about(page, "booking/kinds", HttpStatus.OK);
                view.addObject("rounds", Rounds.of(page, banks));
                yield view;
            }
        };
    }

    @GetMapping("/{kind}")
    ModelAndView hours(
            @PathVariable String slug,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String zone) {
        return switch (find(slug, "/book/" + slug + "/" + kind)) {
            case Found.Instead(var view) -> view;
            case Found.Here(var page) when kind(page, kind).isEmpty() -> gone(page, List.of());
            case Found.Here(var page) -> {
                SessionKind session = kind(page, kind).orElseThrow();
                String path = path(page, session);
                Week hours = Week.of(
                        free(page, session),
                        week,
                        zone(zone, page),
                        path,
                        path + "/hour",
                        time.instant(),
                        texts.locale());
                var view = about(page, "booking/hours", HttpStatus.OK);
                view.addObject("kind", session);
                view.addObject("week", hours);
                view.addObject("guessed", guessed(zone));
                view.addObject("unsaid", !hours.any() && pages.hoursUnsaid(page));
                view.addObject("zones", Zones.choices());
                yield view;
            }
        };
    }

    @GetMapping("/{kind}/hour")
    ModelAndView hour(
            @PathVariable String slug,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String zone) {
        return switch (find(slug, hourPath(slug, kind, start, zone))) {
            case Found.Instead(var view) -> view;
            case Found.Here(var page) when kind(page, kind).isEmpty() -> gone(page, List.of());
            case Found.Here(var page) -> {
                SessionKind session = kind(page, kind).orElseThrow();
                Optional<Instant> wanted = Asking.start(start);
                if (wanted.isEmpty()) {
                    yield new ModelAndView("redirect:" + path(page, session));
                }
                String fresh = ids.next().toString();
                var form = new HourForm(wanted, wanted, zone(zone, page), fresh, List.of());
                yield switch (bookings.hour(page, session, booker(page), wanted.get())) {
                    case Hour.Free() -> form(page, session, form, zone, HttpStatus.OK);
                    case Hour.Yours(var own) -> form(page, session, form.yours(own), zone, HttpStatus.OK);
                    case Hour.Refused(var refusal) ->
                        form(page, session, form.refused(refusal.sentence()), zone, HttpStatus.OK);
                };
            }
        };
    }

    @PostMapping("/{kind}")
    ModelAndView book(
            @PathVariable String slug, @PathVariable String kind, @RequestParam MultiValueMap<String, String> sent) {
        String start = first(sent, "start");
        String zone = first(sent, "zone");
        if (currentPerson.get().isEmpty()) {
            return signIn(hourPath(slug, kind, start, zone));
        }
        Person candidate = currentPerson.required();
        List<String> answers = sent.getOrDefault("answer", List.of());
        Optional<BookingPage> found = pages.visit(slug, Optional.of(candidate));
        if (found.filter(BookingPage::open).isEmpty()) {
            if (found.isEmpty() && !pages.switchedOff(slug, Optional.of(candidate))) {
                throw Asking.notThere();
            }
            return closed(answers);
        }
        BookingPage page = found.get();
        return kind(page, kind)
                .map(session -> book(page, session, sent, answers, candidate))
                .orElseGet(() -> gone(page, answers));
    }

    private ModelAndView book(
            BookingPage page,
            SessionKind session,
            MultiValueMap<String, String> sent,
            List<String> answers,
            Person candidate) {
        String asked = first(sent, "zone");
        ZoneId zone = zone(asked, page);
        Optional<Instant> start = Asking.start(first(sent, "start"));
        Optional<InterviewId> interview = InterviewId.parse(first(sent, "interview"));
        var form = new HourForm(
                start,
                Asking.start(first(sent, "near")).or(() -> start),
                zone,
                interview.map(InterviewId::toString).orElseGet(() -> ids.next().toString()),
                answers);
        if (start.isEmpty()) {
            return refused(page, session, form.unchosen(texts.text("booking.hour.choose")), asked);
        }
        if (interview.isEmpty()) {
            return refused(page, session, form.refused(texts.text("booking.wrong.form")), asked);
        }
        var wish = new Wish(interview.get(), page.slug(), session.id(), start.get(), zone, answers);
        return switch (bookings.book(wish, candidate)) {
            case Answered.Done(var booking) -> {
                zones.answerIfAsked(candidate, zone);
                yield new ModelAndView("redirect:/bookings/" + booking.interview() + "?done=booked");
            }
            case Answered.NotThere() -> closed(answers);
            case Answered.BadAnswers(var wrong) -> refused(page, session, form.wrong(wrong), asked);
            case Answered.Refused(var refusal) ->
                bookings.hour(page, session, Optional.of(candidate), start.get()) instanceof Hour.Yours(var own)
                        ? refused(page, session, form.yours(own), asked)
                        : refused(page, session, form.refused(refusal.sentence()), asked);
            case Answered.NotHosted(var refusal) -> refused(page, session, form.refused(refusal.sentence()), asked);
        };
    }

    private ModelAndView refused(BookingPage page, SessionKind kind, HourForm form, String zone) {
        return form(page, kind, form, zone, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** @param zone as the address or the form gave it */
    private ModelAndView form(BookingPage page, SessionKind kind, HourForm form, String zone, HttpStatus status) {
        var view = about(page, "booking/hour", status);
        List<Instant> others = form.asks() ? near(free(page, kind), form.near()) : List.of();
        view.addObject("kind", kind);
        view.addObject("form", form);
        view.addObject("proposed", proposed(kind, form));
        view.addObject("own", currentPerson.get().isPresent() && booker(page).isEmpty());
        view.addObject("guessed", guessed(zone));
        view.addObject("moments", new Moments(form.zone(), time.instant(), texts));
        view.addObject("others", others);
        String here = form.start()
                .map(start -> path(page, kind) + "/hour?start=" + start + "&zone="
                        + Week.encoded(form.zone().getId()))
                .orElse(path(page, kind));
        view.addObject("here", here);
        view.addObject("register", entry.welcomes(here));
        return view;
    }

    /** A pair for that time, which they could no longer confirm once they have booked. */
    private Optional<PairView> proposed(SessionKind kind, HourForm form) {
        return form.asks()
                ? Optional.empty()
                : currentPerson
                        .get()
                        .flatMap(person -> form.start()
                                .flatMap(start -> pairs.proposed(person.id(), Span.of(start, kind.length()))));
    }

    /** Some hours around the one that cannot be had, or else the soonest. */
    private static List<Instant> near(List<Instant> free, Optional<Instant> wanted) {
        return free.stream()
                .sorted(Comparator.comparing(hour ->
                        wanted.map(start -> Duration.between(start, hour).abs()).orElse(Duration.ZERO)))
                .limit(OTHERS)
                .sorted()
                .toList();
    }

    /** Who would book. A coach who alone takes sessions on a page looks at it as others see it. */
    private Optional<Person> booker(BookingPage page) {
        return currentPerson.get().filter(person -> !page.taking().equals(List.of(person.id())));
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }

    /** Whether the clock is the coach's only because nobody has said theirs. */
    private boolean guessed(String zone) {
        return zone.isBlank() && currentPerson.get().isEmpty();
    }

    private ModelAndView about(BookingPage page, String template, HttpStatus status) {
        var view = new ModelAndView(template, status);
        view.addObject("booking", page);
        view.addObject("coaches", coaches(page));
        view.addObject("preview", !page.open());
        return view;
    }

    private List<Person> coaches(BookingPage page) {
        Map<PersonId, Person> known =
                people.namesOf(page.taking()).stream().collect(Collectors.toMap(Person::id, person -> person));
        return page.taking().stream()
                .flatMap(coach -> Optional.ofNullable(known.get(coach)).stream())
                .toList();
    }

    /** Up to the last day that can be booked, wherever on Earth that day is. */
    private List<Instant> free(BookingPage page, SessionKind kind) {
        return bookings.free(
                page,
                kind,
                booker(page),
                Span.of(time.instant(), Duration.ofDays(page.rules().daysAhead() + 2L)));
    }

    /** What was chosen on the page; else the reader's own, or for a stranger the coach's. */
    private ZoneId zone(String typed, BookingPage page) {
        ZoneId own = currentPerson
                .get()
                .or(() -> people.find(page.owner()))
                .map(Person::zone)
                .orElseGet(ZoneId::systemDefault);
        return Asking.zone(typed, own);
    }

    private static Optional<SessionKind> kind(BookingPage page, String id) {
        return SessionKindId.parse(id).flatMap(page::kind);
    }

    private static String hourPath(String slug, String kind, String start, String zone) {
        return "/book/" + slug + "/" + kind + "/hour?start=" + Week.encoded(start) + "&zone=" + Week.encoded(zone);
    }

    private static String path(BookingPage page, SessionKind kind) {
        return "/book/" + page.slug() + "/" + kind.id();
    }

    private static ModelAndView signIn(String next) {
        return new ModelAndView("redirect:" + ReturnAddress.of(next).signIn());
    }
}
