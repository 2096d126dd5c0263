package org.threeshift.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.entry.EntryRequests;
import org.threeshift.core.entry.EntryRequests.Applicant;
import org.threeshift.core.entry.EntryRequests.Asked;
import org.threeshift.core.entry.Registrations;
import org.threeshift.core.entry.Registrations.Made;
import org.threeshift.core.entry.Registrations.Opened;
import org.threeshift.core.id.Token;
import org.threeshift.core.settings.Registration;
import org.threeshift.web.page.Patience;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.Browsers;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** An account for whoever comes, where the installation is open. It exists once its address is confirmed. */
@Controller
final class RegisterController {
    private final EntryRequests requests;
    private final Registrations registrations;
    private final SignIn signIn;
    private final Browsers browsers;
    private final FrontDoor door;
    private final Texts texts;

    RegisterController(
            EntryRequests requests,
            Registrations registrations,
            SignIn signIn,
            Browsers browsers,
            FrontDoor door,
            Texts texts) {
        this.requests = requests;
        this.registrations = registrations;
        this.signIn = signIn;
        this.browsers = browsers;
        this.door = door;
        this.texts = texts;
    }

    @GetMapping("/register")
    ModelAndView form(@RequestParam(defaultValue = "") String next) {
        ReturnAddress target = ReturnAddress.of(next);
        if (door.inside()) {
            return new ModelAndView("redirect:" + target.path());
        }
        return requests.welcomes(target.onward())
                ? form(Applying.nothing(), target, Complaint.NONE, HttpStatus.OK)
                : notOpen(HttpStatus.OK);
    }

    @PostMapping("/register")
    ModelAndView register(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReturnAddress target = ReturnAddress.of(next);
        if (!requests.welcomes(target.onward())) {
            return notOpen(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var applying = new Applying(name, email, zone);
        var asked = requests.register(
                new Applicant(name, email, password, zone, target.onward()),
                Optional.empty(),
                browsers.mark(request, response));
        return switch (asked) {
            case Asked.Noted() -> sent(email);
            case Asked.Malformed(var problems) ->
                form(applying, target, Complaint.of(problems), HttpStatus.UNPROCESSABLE_CONTENT);
            case Asked.Refused(var refusal) ->
                form(applying, target, Complaint.of(refusal), HttpStatus.UNPROCESSABLE_CONTENT);
            case Asked.TooSoon(var left) -> {
                Patience.ask(left, request, response);
                yield form(
                        applying, target, Complaint.form(Patience.sentence(left, texts)), HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    @PostMapping("/register/again")
    ModelAndView again(
            @RequestParam(defaultValue = "") String email, HttpServletRequest request, HttpServletResponse response) {
        return switch (requests.resend(email, browsers.origin(request))) {
            case Asked.Noted() -> sent(email);
            case Asked.Malformed(var _), Asked.Refused(var _) -> {
                var view = sent(email);
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
            case Asked.TooSoon(var left) -> {
                Patience.ask(left, request, response);
                var view = sent(email);
                view.addObject("refused", Patience.sentence(left, texts));
                view.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                yield view;
            }
        };
    }

    @GetMapping("/register/confirm/{token}")
    ModelAndView open(@PathVariable String token, HttpServletRequest request) {
        return switch (registrations.open(new Token(token), browsers.origin(request))) {
            case Opened.Valid valid -> confirm(valid, Complaint.NONE, HttpStatus.OK);
            case Opened.Over() -> over();
        };
    }

    @PostMapping("/register/confirm/{token}")
    ModelAndView confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var from = browsers.origin(request);
        if (!(registrations.open(new Token(token), from) instanceof Opened.Valid valid)) {
            return over();
        }
        return switch (registrations.confirm(new Token(token), password, from)) {
            case Made.Done done -> Arrival.of(done, signIn, request, response);
            case Made.Malformed(var problems) ->
                confirm(valid, Complaint.of(problems), HttpStatus.UNPROCESSABLE_CONTENT);
            case Made.Refused(var refusal) -> confirm(valid, Complaint.of(refusal), HttpStatus.UNPROCESSABLE_CONTENT);
            case Made.TooSoon(var left) -> {
                Patience.ask(left, request, response);
                yield confirm(valid, Complaint.form(Patience.sentence(left, texts)), HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    static ModelAndView sent(String email) {
        return Sent.page("register", email, "/register/again", Map.of());
    }

    private ModelAndView notOpen(HttpStatus status) {
        return Closed.page(
                door.registration() == Registration.CLOSED ? "register.closed" : "register.invitation",
                "/sign-in",
                status);
    }

    private static ModelAndView over() {
        return Closed.page("confirm.over", "/sign-in", HttpStatus.NOT_FOUND);
    }

    private static ModelAndView form(Applying applying, ReturnAddress target, Complaint complaint, HttpStatus status) {
        var view = new ModelAndView("entry/register", status);
        view.addObject("applying", applying);
        view.addObject("next", target.onward());
        view.addObject("complaint", complaint);
        return view;
    }

    private static ModelAndView confirm(Opened.Valid valid, Complaint complaint, HttpStatus status) {
        var view = new ModelAndView("entry/confirm", status);
        view.addObject("name", valid.name());
        view.addObject("email", valid.email());
        view.addObject("here", valid.here());
        view.addObject("complaint", complaint);
        return view;
    }
}
