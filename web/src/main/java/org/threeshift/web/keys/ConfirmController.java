package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.keys.Passkeys;
import org.threeshift.core.keys.SecondFactors;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** Asks whoever is signed in to show again who they are, before they change how they do. */
@Controller
final class ConfirmController {
    /** Leads here from a form of the ways in, and back to them. */
    static final String FIRST = "redirect:/account/confirm?next=/account/ways";

    private final People people;
    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final RelyingParty relyingParty;
    private final CurrentPerson currentPerson;
    private final SignIn signIn;
    private final Throttle throttle;
    private final Texts texts;
    private final InstantSource time;

    ConfirmController(
            People people,
            Passkeys passkeys,
            SecondFactors factors,
            RelyingParty relyingParty,
            CurrentPerson currentPerson,
            SignIn signIn,
            Throttle throttle,
            Texts texts,
            InstantSource time) {
        this.people = people;
        this.passkeys = passkeys;
        this.factors = factors;
        this.relyingParty = relyingParty;
        this.currentPerson = currentPerson;
        this.signIn = signIn;
        this.throttle = throttle;
        this.texts = texts;
        this.time = time;
    }

    @GetMapping("/account/confirm")
    ModelAndView form(@RequestParam(defaultValue = "") String next) {
        return page(ReturnAddress.of(next), "", "", HttpStatus.OK);
    }

    @PostMapping("/account/confirm")
    ModelAndView password(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        Person person = currentPerson.required();
        ReturnAddress target = ReturnAddress.of(next);
        String subject = person.email().orElse("");
        if (throttle.pass(Throttle.Kind.SIGN_IN_DEVICE, person.id().toString(), time.instant())
                instanceof Throttle.Pass.Wait(var left)) {
            return page(target, texts.text("keys.wait", Waiting.text(texts, left)), "", HttpStatus.TOO_MANY_REQUESTS);
        }
        if (people.authenticate(subject, password)
                .filter(found -> same(found, person))
                .isEmpty()) {
            return page(target, texts.text("keys.confirm.password.wrong"), "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        throttle.giveBack(Throttle.Kind.SIGN_IN_DEVICE, person.id().toString(), time.instant());
        return confirmed(target, request);
    }

    @PostMapping("/account/confirm/code")
    ModelAndView code(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        ReturnAddress target = ReturnAddress.of(next);
        return switch (factors.prove(currentPerson.required().id(), code)) {
            case SecondFactors.Answer.Right(var _) -> confirmed(target, request);
            case SecondFactors.Answer.Wrong() ->
                page(target, "", texts.text("keys.code.wrong"), HttpStatus.UNPROCESSABLE_CONTENT);
            case SecondFactors.Answer.Unreadable() ->
                page(target, "", texts.text("keys.code.unreadable"), HttpStatus.UNPROCESSABLE_CONTENT);
            case SecondFactors.Answer.Wait(var left) ->
                page(target, "", texts.text("keys.wait", Waiting.text(texts, left)), HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @PostMapping("/account/confirm/passkey")
    ModelAndView passkey(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        ReturnAddress target = ReturnAddress.of(next);
        Person person = currentPerson.required();
        Optional<Person> signer = relyingParty.signedBy(credential, request);
        return signer.filter(found -> same(found, person)).isPresent()
                ? confirmed(target, request)
                : page(target, texts.text("keys.passkey.refused"), "", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static boolean same(Person one, Person other) {
        return one.id().equals(other.id());
    }

    private ModelAndView confirmed(ReturnAddress target, HttpServletRequest request) {
        signIn.provedAgain(request);
        return new ModelAndView("redirect:" + target.path());
    }

    private ModelAndView page(ReturnAddress target, String refused, String codeRefused, HttpStatus status) {
        Person person = currentPerson.required();
        var view = new ModelAndView("keys/confirm", status);
        view.addObject("person", person);
        view.addObject("next", target.isHome() ? "" : target.path());
        view.addObject("password", people.hasPassword(person.id()));
        view.addObject("passkey", !passkeys.of(person.id()).isEmpty());
        view.addObject("code", factors.standing(person.id()).isPresent());
        view.addObject("refused", refused);
        view.addObject("codeRefused", codeRefused);
        return view;
    }
}
