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
import org.threeshift.core.keys.SecondFactorSetUp;
import org.threeshift.core.keys.SecondFactors;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** The second step of a sign-in: a code, or setting up what gives codes where the installation wants it. */
@Controller
final class SignInSecondFactor {
    private static final String TO_SIGN_IN = "redirect:/sign-in";

    private final SignIn signIn;
    private final SecondFactors factors;
    private final SecondFactorSetUp setUp;
    private final Texts texts;

    SignInSecondFactor(SignIn signIn, SecondFactors factors, SecondFactorSetUp setUp, Texts texts) {
        this.signIn = signIn;
        this.factors = factors;
        this.setUp = setUp;
        this.texts = texts;
    }

    @GetMapping(SignIn.SECOND_FACTOR)
    ModelAndView form(HttpServletRequest request) {
        return signIn.halfway(request)
                .map(person -> codeForm("", HttpStatus.OK))
                .orElseGet(() -> new ModelAndView(TO_SIGN_IN));
    }

    @PostMapping(SignIn.SECOND_FACTOR)
    ModelAndView prove(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<Person> halfway = signIn.halfway(request);
        if (halfway.isEmpty()) {
            return new ModelAndView(TO_SIGN_IN);
        }
        return switch (factors.prove(halfway.get().id(), code)) {
            case SecondFactors.Answer.Right(var codesLeft) -> {
                ReturnAddress target = signIn.complete(halfway.get(), request, response);
                yield codesLeft.isPresent()
                        ? new ModelAndView("redirect:/account/ways?saved=recovery-code")
                        : new ModelAndView("redirect:" + target.path());
            }
            case SecondFactors.Answer.Wrong() ->
                codeForm(texts.text("keys.code.wrong"), HttpStatus.UNPROCESSABLE_CONTENT);
            case SecondFactors.Answer.Wait(var left) ->
                codeForm(texts.text("keys.wait", Waiting.text(texts, left)), HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @GetMapping(SignIn.SET_UP)
    ModelAndView setUpForm(HttpServletRequest request) {
        Optional<Person> halfway = settingUp(request);
        return halfway.isEmpty() ? new ModelAndView(TO_SIGN_IN) : setUpForm(halfway.get(), "", HttpStatus.OK);
    }

    @PostMapping(SignIn.SET_UP)
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<Person> halfway = settingUp(request);
        if (halfway.isEmpty()) {
            return new ModelAndView(TO_SIGN_IN);
        }
        if (!setUp.possible()) {
            return setUpForm(halfway.get(), "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return setUp.confirm(halfway.get(), code)
                .map(codes -> {
                    ReturnAddress target = signIn.complete(halfway.get(), request, response);
                    var view = new ModelAndView("keys/recoveryCodes");
                    view.addObject("codes", codes);
                    view.addObject("next", target.path());
                    return view;
                })
                .orElseGet(() ->
                        setUpForm(halfway.get(), texts.text("keys.code.wrong"), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** Whoever has an authenticator app already enters its code: another one would be a way around it. */
    private Optional<Person> settingUp(HttpServletRequest request) {
        return signIn.halfway(request).filter(person -> factors.demand(person) == SecondFactors.Demand.SET_UP);
    }

    private static ModelAndView codeForm(String refused, HttpStatus status) {
        var view = new ModelAndView("keys/code", status);
        view.addObject("refused", refused);
        return view;
    }

    private ModelAndView setUpForm(Person person, String refused, HttpStatus status) {
        return SecondFactorPage.of(setUp, person, refused, true, status);
    }
}
