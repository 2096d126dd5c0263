package org.threeshift.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.entry.PasswordEntry;
import org.threeshift.core.entry.PasswordEntry.Tried;
import org.threeshift.web.openid.Providers;
import org.threeshift.web.page.Patience;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.Browsers;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** The door: e-mail address and password, then on to where the person was going. */
@Controller
final class SignInController {
    private static final Set<String> OTHER_WAYS =
            Set.of("passkey", "slower", "provider", "provider-away", "address-not-confirmed", "another-identity");

    private final PasswordEntry passwords;
    private final SignIn signIn;
    private final Browsers browsers;
    private final FrontDoor door;
    private final Providers providers;
    private final Texts texts;

    SignInController(
            PasswordEntry passwords,
            SignIn signIn,
            Browsers browsers,
            FrontDoor door,
            Providers providers,
            Texts texts) {
        this.passwords = passwords;
        this.signIn = signIn;
        this.browsers = browsers;
        this.door = door;
        this.providers = providers;
        this.texts = texts;
    }

    /**
     * @param saved   {@code password} when it was set anew just now
     * @param refused another way in that did not lead in, such as {@code passkey}
     */
    @GetMapping("/sign-in")
    ModelAndView form(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String saved,
            @RequestParam(defaultValue = "") String refused,
            HttpServletRequest request) {
        ReturnAddress target = ReturnAddress.of(next);
        if (door.inside()) {
            return to(target);
        }
        return signIn.secondStep(target, request).map(SignInController::to).orElseGet(() -> {
            ModelAndView form = form(target, "", "", saved.equals("password"), HttpStatus.OK);
            form.addObject("otherWay", OTHER_WAYS.contains(refused) ? "keys.sign-in.refused." + refused : "");
            return form;
        });
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReturnAddress target = ReturnAddress.of(next);
        return switch (passwords.attempt(email, password, browsers.origin(request))) {
            case Tried.Right(var person) -> to(signIn.as(person, SignIn.Way.PASSWORD, target, request, response));
            case Tried.Wrong() ->
                form(
                        target,
                        email.strip(),
                        texts.text("entry.sign-in.refused"),
                        false,
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Tried.Suspended() ->
                form(
                        target,
                        email.strip(),
                        texts.text("entry.sign-in.suspended"),
                        false,
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Tried.TooSoon(var left) -> {
                Patience.ask(left, request, response);
                yield form(target, email.strip(), Patience.sentence(left, texts), false, HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    private ModelAndView form(ReturnAddress target, String email, String refused, boolean saved, HttpStatus status) {
        var view = new ModelAndView("entry/signIn", status);
        view.addObject("email", email);
        view.addObject("next", target.isHome() ? "" : target.path());
        view.addObject("refused", refused);
        view.addObject("saved", saved);
        view.addObject("otherWay", "");
        view.addObject("providers", providers.all());
        view.addObject("registration", door.registration());
        return view;
    }

    private static ModelAndView to(ReturnAddress target) {
        return new ModelAndView("redirect:" + target.path());
    }
}
