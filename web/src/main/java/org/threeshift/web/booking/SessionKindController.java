package org.threeshift.web.booking;

import java.util.List;
import java.util.Optional;
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
import org.threeshift.core.booking.BookingPageId;
import org.threeshift.core.booking.BookingPages;
import org.threeshift.core.booking.SessionKindId;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.page.Choice;
import org.threeshift.web.page.Texts;

/** A kind of session on a booking page: adding one, changing it, taking it off. */
@Controller
@RequestMapping("/booking/pages/{id}/kinds")
final class SessionKindController {
    private final BookingPages pages;
    private final Banks banks;
    private final CurrentPerson currentPerson;
    private final Ids ids;
    private final Texts texts;

    SessionKindController(BookingPages pages, Banks banks, CurrentPerson currentPerson, Ids ids, Texts texts) {
        this.pages = pages;
        this.banks = banks;
        this.currentPerson = currentPerson;
        this.ids = ids;
        this.texts = texts;
    }

    @GetMapping("/new")
    ModelAndView fresh(@PathVariable String id) {
        BookingPage page = page(id);
        return banks.newestOfAll().stream()
                .flatMap(bank -> bank.rounds().stream().map(round -> {
                    int roomFor = Math.min(240, (round.minutes() + 14) / 15 * 15);
                    return form(
                            page,
                            new SessionKindId(ids.next()),
                            KindForm.blank(bank.id() + "/" + round.id(), roomFor),
                            Wrong.NOTHING,
                            HttpStatus.OK);
                }))
                .findFirst()
                .orElseGet(() -> form(
                        page, new SessionKindId(ids.next()), KindForm.blank("", 60), Wrong.NOTHING, HttpStatus.OK));
    }

    @GetMapping("/{kind}")
    ModelAndView show(@PathVariable String id, @PathVariable String kind) {
        BookingPage page = page(id);
        return SessionKindId.parse(kind)
                .flatMap(page::kind)
                .map(found -> form(page, found.id(), KindForm.of(found), Wrong.NOTHING, HttpStatus.OK))
                .orElseThrow(Asking::notThere);
    }

    @PostMapping("/{kind}")
    ModelAndView keep(
            @PathVariable String id, @PathVariable String kind, @RequestParam MultiValueMap<String, String> sent) {
        BookingPage page = page(id);
        SessionKindId kindId = SessionKindId.parse(kind).orElseThrow(Asking::notThere);
        KindForm form = KindForm.typed(sent);
        return BookingSetupController.after(
                pages.offer(coach(), page.id(), kindId, form.offer()),
                "kind",
                wrong -> form(page, kindId, form, wrong, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/{kind}/retire")
    ModelAndView retire(@PathVariable String id, @PathVariable String kind) {
        BookingPage page = page(id);
        SessionKindId kindId = SessionKindId.parse(kind).orElseThrow(Asking::notThere);
        return BookingSetupController.after(pages.retire(coach(), page.id(), kindId), "retired", _ -> {
            throw Asking.notThere();
        });
    }

    private ModelAndView form(BookingPage page, SessionKindId kind, KindForm form, Wrong wrong, HttpStatus status) {
        var view = new ModelAndView("booking/kind", status);
        view.addObject("booking", page);
        view.addObject("id", kind.toString());
        view.addObject("fresh", page.kind(kind).isEmpty());
        view.addObject("form", form);
        view.addObject("wrong", wrong);
        view.addObject("rounds", rounds());
        return view;
    }

    private List<Choice> rounds() {
        return banks.newestOfAll().stream()
                .flatMap(bank -> bank.rounds().stream()
                        .map(round -> new Choice(
                                bank.id() + "/" + round.id(),
                                bank.title() + ": " + round.title() + " · "
                                        + texts.text(
                                                "host.round.size",
                                                round.questions().size(),
                                                round.minutes()))))
                .toList();
    }

    /** A coach changes their own pages; of others' they see no form. */
    private BookingPage page(String id) {
        return Optional.of(coach())
                .flatMap(coach -> BookingPageId.parse(id)
                        .flatMap(page -> pages.find(page, coach))
                        .filter(page -> page.owner().equals(coach.id())))
                .orElseThrow(Asking::notThere);
    }

    private Person coach() {
        Person person = currentPerson.required();
        if (person.role() != Role.COACH) {
            throw Asking.notThere();
        }
        return person;
    }
}
