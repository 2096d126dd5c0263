package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.keys.Passkeys;
import org.threeshift.core.keys.SecondFactorSetUp;
import org.threeshift.core.keys.SecondFactors;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.DeviceWords;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** Setting up, half-way in, the second factor that the installation wants: an authenticator app, or a passkey, which is both. */
@Controller
final class SignInSetUp {
    private static final String TO_SIGN_IN = "redirect:/sign-in";
    private static final String PASSKEY = SignIn.SET_UP + "/passkey";

    private final SignIn signIn;
    private final SecondFactors factors;
    private final SecondFactorSetUp setUp;
    private final RelyingParty relyingParty;
    private final Texts texts;

    SignInSetUp(SignIn signIn, SecondFactors factors, SecondFactorSetUp setUp, RelyingParty relyingParty, Texts texts) {
        this.signIn = signIn;
        this.factors = factors;
        this.setUp = setUp;
        this.relyingParty = relyingParty;
        this.texts = texts;
    }

    @GetMapping(SignIn.SET_UP)
    ModelAndView form(HttpServletRequest request) {
        return settingUp(request)
                .map(person -> form(person, "", HttpStatus.OK))
                .orElseGet(() -> new ModelAndView(TO_SIGN_IN));
    }

    @PostMapping(SignIn.SET_UP)
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<Person> halfway = settingUp(request);
        if (halfway.isEmpty()) {
            return new ModelAndView(TO_SIGN_IN);
        }
        Person person = halfway.get();
        if (!setUp.possible()) {
            return form(person, "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return setUp.confirm(person, code)
                .map(codes -> {
                    ReturnAddress target = signIn.complete(person, SignIn.Way.CODE, request, response);
                    var view = new ModelAndView("keys/recoveryCodes");
                    view.addObject("codes", codes);
                    view.addObject("next", target.path());
                    return view;
                })
                .orElseGet(() -> form(person, texts.text("keys.code.wrong"), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** Asked by the page's script before the browser shows its dialog; 403 for whoever sets nothing up. */
    @PostMapping(PASSKEY + "/options")
    ResponseEntity<String> options(HttpServletRequest request) {
        return settingUp(request)
                .map(person -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(relyingParty.creation(person, request)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    @PostMapping(PASSKEY)
    ModelAndView passkey(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Person> halfway = settingUp(request);
        if (halfway.isEmpty()) {
            return new ModelAndView(TO_SIGN_IN);
        }
        Person person = halfway.get();
        String called = Passkeys.label(
                label, DeviceWords.of(request.getHeader("User-Agent")).text(texts));
        if (!relyingParty.add(person, credential, called, request)) {
            ModelAndView page = form(person, "", HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("passkeyRefused", texts.text("keys.refused.passkey"));
            return page;
        }
        ReturnAddress target = signIn.complete(person, SignIn.Way.PASSKEY, request, response);
        return new ModelAndView("redirect:" + target.path());
    }

    /** Whoever has an app or a passkey already shows that: another one would be a way around it. */
    private Optional<Person> settingUp(HttpServletRequest request) {
        return signIn.halfway(request).filter(person -> factors.demand(person) == SecondFactors.Demand.SET_UP);
    }

    private ModelAndView form(Person person, String refused, HttpStatus status) {
        return SecondFactorPage.of(setUp, person, refused, true, status);
    }
}
