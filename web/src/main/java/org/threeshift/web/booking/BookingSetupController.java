package org.threeshift.web.booking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
import org.threeshift.core.bank.Banks;
import org.threeshift.core.booking.Booking;
import org.threeshift.core.booking.BookingPage;
import org.threeshift.core.booking.BookingPage.Seat;
import org.threeshift.core.booking.BookingPageId;
import org.threeshift.core.booking.BookingPages;
import org.threeshift.core.booking.BookingPages.Kept;
import org.threeshift.core.booking.Bookings;
import org.threeshift.core.booking.Refusal;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.settings.Settings;
import org.threeshift.web.page.BaseUrl;

/** How a coach sets booking up: the list of their pages, and one of them with its settings and its team. */
@Controller
@RequestMapping("/booking")
final class BookingSetupController {
    private static final Set<String> DEEDS =
            Set.of("made", "saved", "opened", "closed", "kind", "retired", "asked", "agreed", "removed", "hours");

    private final BookingPages pages;
    private final Bookings bookings;
    private final Banks banks;
    private final People people;
    private final CurrentPerson currentPerson;
    private final BaseUrl baseUrl;
    private final Settings settings;

    BookingSetupController(
            BookingPages pages,
            Bookings bookings,
            Banks banks,
            People people,
            CurrentPerson currentPerson,
            BaseUrl baseUrl,
            Settings settings) {
        this.pages = pages;
        this.bookings = bookings;
        this.banks = banks;
        this.people = people;
        this.currentPerson = currentPerson;
        this.baseUrl = baseUrl;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String done) {
        return list("", "", Wrong.NOTHING, deed(done), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView make(@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String slug) {
        return after(
                pages.make(coach(), title, slug),
                "made",
                wrong -> list(title, slug, wrong, "", HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/pages/{id}")
    ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String done) {
        BookingPage page = page(id);
        return one(page, PageForm.of(page), Wrong.NOTHING, "", deed(done), HttpStatus.OK);
    }

    @PostMapping("/pages/{id}")
    ModelAndView change(@PathVariable String id, @RequestParam Map<String, String> sent) {
        BookingPage page = page(id);
        PageForm form = PageForm.typed(sent);
        return form.settings()
                .map(settings -> after(
                        pages.change(coach(), page.id(), settings, form.seen()),
                        "saved",
                        wrong -> refused(id, form, wrong)))
                .orElseGet(() -> one(
                        page,
                        form,
                        new Wrong(Map.of(BookingPages.Field.AUDIENCE, Refusal.AUDIENCE)),
                        "",
                        "",
                        HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView refused(String id, PageForm form, Wrong wrong) {
        BookingPage page = page(id);
        if (wrong.all().get(BookingPages.Field.NONE) != Refusal.CHANGED_MEANWHILE) {
            return one(page, form, wrong, "", "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        PageForm stands = PageForm.of(page);
        return one(page, form.from(stands), wrong, "", "", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("stands", Optional.of(stands));
    }

    @PostMapping("/pages/{id}/open")
    ModelAndView open(@PathVariable String id) {
        BookingPage page = page(id);
        return after(pages.open(coach(), page.id()), "opened", wrong -> plain(page, wrong, ""));
    }

    @PostMapping("/pages/{id}/close")
    ModelAndView close(@PathVariable String id) {
        BookingPage page = page(id);
        return after(pages.close(coach(), page.id()), "closed", wrong -> plain(page, wrong, ""));
    }

    @PostMapping("/pages/{id}/coaches")
    ModelAndView ask(@PathVariable String id, @RequestParam(defaultValue = "") String email) {
        BookingPage page = page(id);
        return after(pages.ask(coach(), page.id(), email), "asked", wrong -> plain(page, wrong, email));
    }

    @PostMapping("/pages/{id}/coaches/agree")
    ModelAndView agree(@PathVariable String id) {
        BookingPage page = page(id);
        return after(pages.agree(coach(), page.id()), "agreed", wrong -> plain(page, wrong, ""));
    }

    @PostMapping("/pages/{id}/coaches/remove")
    ModelAndView remove(@PathVariable String id, @RequestParam(defaultValue = "") String coach) {
        BookingPage page = page(id);
        PersonId leaving = PersonId.parse(coach).orElseThrow(Asking::notThere);
        if (pages.remove(coach(), page.id(), leaving) instanceof Kept.NotThere) {
            throw Asking.notThere();
        }
        return new ModelAndView(
                leaving.equals(coach().id())
                        ? "redirect:/booking?done=removed"
                        : "redirect:/booking/pages/" + page.id() + "?done=removed");
    }

    static ModelAndView after(Kept kept, String deed, Function<Wrong, ModelAndView> otherwise) {
        return switch (kept) {
            case Kept.Done(var page) -> new ModelAndView("redirect:/booking/pages/" + page + "?done=" + deed);
            case Kept.Refused(var wrong) -> otherwise.apply(new Wrong(wrong));
            case Kept.NotThere() -> throw Asking.notThere();
        };
    }

    private ModelAndView list(String title, String slug, Wrong wrong, String done, HttpStatus status) {
        Person coach = coach();
        List<Booking> ahead = bookings.ahead(coach).stream()
                .filter(one -> one.coach().equals(coach.id()))
                .toList();
        var view = new ModelAndView("booking/pages", status);
        view.addObject("pages", pages.of(coach));
        view.addObject("ahead", ahead);
        view.addObject("people", names(ahead.stream().map(Booking::candidate)));
        view.addObject("title", title);
        view.addObject("slug", slug);
        view.addObject("wrong", wrong);
        view.addObject("done", done);
        view.addObject("address", baseUrl.of("/book/"));
        return view;
    }

    private ModelAndView plain(BookingPage page, Wrong wrong, String email) {
        return one(page, PageForm.of(page), wrong, email, "", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView one(
            BookingPage page, PageForm form, Wrong wrong, String email, String done, HttpStatus status) {
        boolean owner = page.owner().equals(coach().id());
        var view = new ModelAndView(owner ? "booking/page" : "booking/team", status);
        view.addObject("booking", page);
        view.addObject("people", names(page.coaches().stream().map(Seat::coach)));
        view.addObject("address", baseUrl.of("/book/" + page.slug()));
        view.addObject("done", done);
        view.addObject("unsaid", !owner && pages.hoursUnsaid(coach()));
        if (owner) {
            view.addObject("form", form);
            view.addObject("stands", Optional.empty());
            view.addObject("rounds", Rounds.of(page, banks));
            view.addObject("wrong", wrong);
            view.addObject("email", email);
            view.addObject("strangers", strangers());
            view.addObject("addressBegin", baseUrl.of("/book/"));
        }
        return view;
    }

    private String strangers() {
        return switch (settings.current().registration()) {
            case OPEN, BOOKING -> "come";
            case INVITATION -> "invited";
            case CLOSED -> "closed";
        };
    }

    private BookingPage page(String id) {
        return BookingPageId.parse(id)
                .flatMap(page -> pages.find(page, coach()))
                .orElseThrow(Asking::notThere);
    }

    /** Nobody else is told that there is anything here. */
    private Person coach() {
        Person person = currentPerson.required();
        if (person.role() != Role.COACH) {
            throw Asking.notThere();
        }
        return person;
    }

    private Map<PersonId, String> names(Stream<PersonId> wanted) {
        return people.namesOf(wanted.collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Person::id, Person::name));
    }

    private static String deed(String done) {
        return DEEDS.contains(done) ? done : "";
    }
}
