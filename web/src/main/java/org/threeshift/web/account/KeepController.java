package org.threeshift.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.consent.Consents;
import org.threeshift.core.consent.Subject;
import org.threeshift.core.id.Token;
import org.threeshift.core.keep.Keeps;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.page.Patience;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** Makes an account of a guest, who thereby keeps the interview and its scorecard. Its address is confirmed first. */
@Controller
final class KeepController {
    private final Keeps keeps;
    private final CurrentPerson currentPerson;
    private final SignIn signIn;
    private final Consents consents;
    private final Texts texts;

    KeepController(Keeps keeps, CurrentPerson currentPerson, SignIn signIn, Consents consents, Texts texts) {
        this.keeps = keeps;
        this.consents = consents;
        this.texts = texts;
        this.currentPerson = currentPerson;
        this.signIn = signIn;
    }

    @GetMapping("/account/keep")
    ModelAndView form(@RequestParam(defaultValue = "") String next) {
        return form(
                currentPerson.required(), "", ReturnAddress.of(next), Complaints.NONE, Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/account/keep")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Person guest = currentPerson.required();
        ReturnAddress target = ReturnAddress.of(next);
        return switch (keeps.ask(guest, email, password, target.path())) {
            case Keeps.Asked.Sent(var address) ->
                form(guest, "", target, Complaints.NONE, Optional.of(address), HttpStatus.OK);
            case Keeps.Asked.Refused(var problems) ->
                form(
                        guest,
                        email,
                        target,
                        new Complaints(problems),
                        Optional.empty(),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Keeps.Asked.TooSoon(var left) -> {
                Patience.ask(left, request, response);
                ModelAndView page =
                        form(guest, email, target, Complaints.NONE, Optional.empty(), HttpStatus.TOO_MANY_REQUESTS);
                page.addObject("refused", Patience.sentence(left, texts));
                yield page;
            }
        };
    }

    /** Only a button confirms: programs that look through mail open links too. */
    @GetMapping("/keep/{token}")
    ModelAndView confirmation(@PathVariable String token) {
        return switch (keeps.open(new Token(token), visitor())) {
            case Keeps.Opened.Valid valid -> confirm(valid, "", HttpStatus.OK);
            case Keeps.Opened over -> over(over);
        };
    }

    @PostMapping("/keep/{token}")
    ModelAndView confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Keeps.Opened opened = keeps.open(new Token(token), visitor());
        if (!(opened instanceof Keeps.Opened.Valid valid)) {
            return over(opened);
        }
        return switch (keeps.confirm(new Token(token), visitor(), password)) {
            case Keeps.Confirmed.Done(var person, var next) -> {
                consents.agree(person.id(), Subject.ACCOUNT);
                ReturnAddress on =
                        signIn.as(person, SignIn.Way.ACCOUNT_MADE, ReturnAddress.of(next), request, response);
                yield new ModelAndView("redirect:" + on.path());
            }
            case Keeps.Confirmed.Over(var why) -> over(why);
            case Keeps.Confirmed.Taken() -> LinkOver.page("keep-link", "taken", HttpStatus.GONE);
            case Keeps.Confirmed.PasswordDiffers() ->
                confirm(valid, texts.text("account.keep.password.differs"), HttpStatus.UNPROCESSABLE_CONTENT);
            case Keeps.Confirmed.TooSoon(var left) -> {
                Patience.ask(left, request, response);
                yield confirm(valid, Patience.sentence(left, texts), HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    private Optional<PersonId> visitor() {
        return currentPerson.get().map(Person::id);
    }

    private static ModelAndView confirm(Keeps.Opened.Valid valid, String refused, HttpStatus status) {
        var view = new ModelAndView("account/keepConfirm", status);
        view.addObject("email", valid.email());
        view.addObject("name", valid.name());
        view.addObject("here", valid.here());
        view.addObject("refused", refused);
        return view;
    }

    private static ModelAndView over(Keeps.Opened opened) {
        return switch (opened) {
            case Keeps.Opened.Expired() -> LinkOver.page("keep-link", "expired", HttpStatus.GONE);
            case Keeps.Opened.Used() -> LinkOver.page("keep-link", "used", HttpStatus.GONE);
            case Keeps.Opened.Unknown(), Keeps.Opened.Valid _ ->
                LinkOver.page("keep-link", "unknown", HttpStatus.NOT_FOUND);
        };
    }

    private static ModelAndView form(
            Person guest,
            String email,
            ReturnAddress target,
            Complaints complaints,
            Optional<String> sent,
            HttpStatus status) {
        var view = new ModelAndView("account/keep", status);
        view.addObject("guest", guest);
        view.addObject("email", email);
        view.addObject("next", target.isHome() ? "" : target.path());
        view.addObject("complaints", complaints);
        view.addObject("sent", sent);
        view.addObject("refused", "");
        return view;
    }
}
