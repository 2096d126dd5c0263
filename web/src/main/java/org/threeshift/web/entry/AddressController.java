package org.threeshift.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.entry.AddressChanges;
import org.threeshift.core.entry.AddressChanges.Asked;
import org.threeshift.core.entry.AddressChanges.Confirmed;
import org.threeshift.core.entry.AddressChanges.Opened;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Patience;
import org.threeshift.web.page.Texts;

/** Another e-mail address for one's account, which both addresses say yes to. */
@Controller
final class AddressController {
    private final AddressChanges changes;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    AddressController(AddressChanges changes, CurrentPerson currentPerson, Texts texts) {
        this.changes = changes;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    @GetMapping("/account/address")
    ModelAndView show() {
        return page("", Complaint.NONE, HttpStatus.OK);
    }

    @PostMapping("/account/address")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email, HttpServletRequest request, HttpServletResponse response) {
        return switch (changes.ask(currentPerson.required(), email)) {
            case Asked.Sent() -> new ModelAndView("redirect:/account/address");
            case Asked.Refused(var refusal) -> page(email, Complaint.of(refusal), HttpStatus.UNPROCESSABLE_CONTENT);
            case Asked.TooSoon(var left) -> {
                Patience.ask(left, request, response);
                yield page(email, Complaint.form(Patience.sentence(left, texts)), HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    @PostMapping("/account/address/cancel")
    ModelAndView cancel() {
        changes.cancel(currentPerson.required());
        return new ModelAndView("redirect:/account/address");
    }

    @GetMapping("/address/{token}")
    ModelAndView open(@PathVariable String token) {
        return switch (changes.open(new Token(token))) {
            case Opened.Valid valid -> answer("entry/addressConfirm", valid);
            case Opened.Over() -> over();
        };
    }

    /** @param answer {@code yes} or {@code no} */
    @PostMapping("/address/{token}")
    ModelAndView answer(@PathVariable String token, @RequestParam(defaultValue = "") String answer) {
        if (!(changes.open(new Token(token)) instanceof Opened.Valid valid)) {
            return over();
        }
        if (answer.equals("no")) {
            return changes.cancel(new Token(token)) ? Closed.page("address.cancelled", "/", HttpStatus.OK) : over();
        }
        if (!answer.equals("yes")) {
            var view = answer("entry/addressConfirm", valid);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return switch (changes.confirm(new Token(token))) {
            case Confirmed.HalfWay _ -> Closed.page("address.half-way", "/", HttpStatus.OK);
            case Confirmed.Changed _ -> Closed.page("address.changed", "/", HttpStatus.OK);
            case Confirmed.Refused _ -> Closed.page("address.taken", "/", HttpStatus.GONE);
        };
    }

    private static ModelAndView answer(String template, Opened.Valid valid) {
        var view = new ModelAndView(template);
        view.addObject("change", valid.change());
        view.addObject("side", valid.side());
        return view;
    }

    private static ModelAndView over() {
        return Closed.page("address.over", "/", HttpStatus.NOT_FOUND);
    }

    private ModelAndView page(String email, Complaint complaint, HttpStatus status) {
        Person person = currentPerson.required();
        var view = new ModelAndView("entry/address", status);
        view.addObject("person", person);
        view.addObject("pending", changes.pending(person));
        view.addObject("email", email.strip());
        view.addObject("complaint", complaint);
        return view;
    }
}
