package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.keys.Passkeys;
import org.threeshift.core.keys.SecondFactors;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** The second step of signing in: the code of an authenticator app, a recovery code, or a passkey in their place. */
@Controller
final class SignInSecondFactor {
    private static final String TO_SIGN_IN = "redirect:/sign-in";

    private final SignIn signIn;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Texts texts;

    SignInSecondFactor(SignIn signIn, SecondFactors factors, Passkeys passkeys, Texts texts) {
        this.signIn = signIn;
        this.factors = factors;
        this.passkeys = passkeys;
        this.texts = texts;
    }

    @GetMapping(SignIn.SECOND_FACTOR)
    ModelAndView form(HttpServletRequest request) {
        return halfway(request)
                .map(person -> codeForm(person, "", HttpStatus.OK, request))
                .orElseGet(() -> new ModelAndView(TO_SIGN_IN));
    }

    @PostMapping(SignIn.SECOND_FACTOR)
    ModelAndView prove(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<Person> halfway = halfway(request);
        if (halfway.isEmpty()) {
            return new ModelAndView(TO_SIGN_IN);
        }
        Person person = halfway.get();
        return switch (factors.prove(person.id(), code)) {
            case SecondFactors.Answer.Right(var codesLeft) -> {
                ReturnAddress target = signIn.complete(person, SignIn.Way.CODE, request, response);
                yield codesLeft.isPresent()
                        ? new ModelAndView("redirect:/account/ways?saved=recovery-code")
                        : new ModelAndView("redirect:" + target.path());
            }
            case SecondFactors.Answer.Wrong() ->
                codeForm(person, texts.text("keys.code.wrong"), HttpStatus.UNPROCESSABLE_CONTENT, request);
            case SecondFactors.Answer.Unreadable() ->
                codeForm(person, texts.text("keys.code.unreadable"), HttpStatus.UNPROCESSABLE_CONTENT, request);
            case SecondFactors.Answer.Wait(var left) ->
                codeForm(
                        person,
                        texts.text("keys.wait", Waiting.text(texts, left)),
                        HttpStatus.TOO_MANY_REQUESTS,
                        request);
        };
    }

    /** Whoever has a second factor already; others have nothing to show here. */
    private Optional<Person> halfway(HttpServletRequest request) {
        return signIn.halfway(request).filter(person -> switch (factors.demand(person)) {
            case CODE, PASSKEY -> true;
            case SET_UP, NOTHING -> false;
        });
    }

    private ModelAndView codeForm(Person person, String refused, HttpStatus status, HttpServletRequest request) {
        ReturnAddress next = signIn.next(request);
        var view = new ModelAndView("keys/code", status);
        view.addObject("app", factors.standing(person.id()).isPresent());
        view.addObject("passkey", !passkeys.of(person.id()).isEmpty());
        view.addObject("next", next.isHome() ? "" : next.path());
        view.addObject("refused", refused);
        return view;
    }
}
