package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.keys.SecondFactorSetUp;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.SignIn;

/** One's own authenticator app. Whoever changes anything about it has shown lately who they are. */
@Controller
final class SecondFactorController {
    private static final String HERE = "/account/second-factor";

    private final SecondFactorSetUp setUp;
    private final CurrentPerson currentPerson;
    private final SignIn signIn;
    private final Texts texts;

    SecondFactorController(SecondFactorSetUp setUp, CurrentPerson currentPerson, SignIn signIn, Texts texts) {
        this.setUp = setUp;
        this.currentPerson = currentPerson;
        this.signIn = signIn;
        this.texts = texts;
    }

    @GetMapping(HERE)
    ModelAndView form(HttpServletRequest request) {
        return signIn.recent(request) ? page("", HttpStatus.OK) : confirmFirst(HERE);
    }

    @PostMapping(HERE)
    ModelAndView confirm(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        if (!signIn.recent(request)) {
            return confirmFirst(HERE);
        }
        if (!setUp.possible()) {
            return page("", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return setUp.confirm(currentPerson.required(), code)
                .map(codes -> {
                    signIn.strengthen(request);
                    return codes(codes);
                })
                .orElseGet(() -> page(texts.text("keys.code.wrong"), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping(HERE + "/anew")
    ModelAndView anew(HttpServletRequest request) {
        if (signIn.recent(request) && setUp.possible()) {
            setUp.startAnew(currentPerson.required().id());
        }
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping(HERE + "/codes")
    ModelAndView renewCodes(HttpServletRequest request) {
        if (!signIn.recent(request)) {
            return new ModelAndView(ConfirmController.FIRST);
        }
        return setUp.renewCodes(currentPerson.required())
                .map(SecondFactorController::codes)
                .orElseGet(() -> new ModelAndView("redirect:" + HERE));
    }

    @PostMapping(HERE + "/remove")
    ModelAndView remove(HttpServletRequest request) {
        if (!signIn.recent(request)) {
            return new ModelAndView(ConfirmController.FIRST);
        }
        boolean removed = setUp.remove(currentPerson.required());
        return new ModelAndView("redirect:/account/ways" + (removed ? "?saved=second-factor-removed" : ""));
    }

    private static ModelAndView confirmFirst(String next) {
        return new ModelAndView("redirect:/account/confirm?next=" + next);
    }

    private static ModelAndView codes(List<String> codes) {
        var view = new ModelAndView("keys/recoveryCodes");
        view.addObject("codes", codes);
        view.addObject("next", "/account/ways");
        return view;
    }

    private ModelAndView page(String refused, HttpStatus status) {
        Person person = currentPerson.required();
        return SecondFactorPage.of(setUp, person, refused, false, status);
    }
}
