package org.threeshift.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** The door: e-mail address and password, then on to where the person was going. */
@Controller
final class SignInController {
    private final People people;
    private final SignIn signIn;
    private final CurrentPerson currentPerson;
    private final Trail trail;

    SignInController(People people, SignIn signIn, CurrentPerson currentPerson, Trail trail) {
        this.people = people;
        this.signIn = signIn;
        this.currentPerson = currentPerson;
        this.trail = trail;
    }

    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam(defaultValue = "") String next) {
        ReturnAddress target = ReturnAddress.of(next);
        boolean inside = currentPerson.get().filter(person -> !person.guest()).isPresent();
        return inside ? to(target) : form(target, "", false, HttpStatus.OK);
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReturnAddress target = ReturnAddress.of(next);
        Optional<Person> person = people.authenticate(email, password);
        if (person.isEmpty()) {
            // The address as typed may be a slip, even a password: only whose it is goes into the trail.
            trail.add(
                    Deed.SIGN_IN_REFUSED,
                    Optional.empty(),
                    people.findByEmail(email).map(Person::id),
                    Map.of("way", "password"));
            return form(target, email.strip(), true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        signIn.as(person.get(), SignIn.Way.PASSWORD, request, response);
        return to(target);
    }

    private static ModelAndView form(ReturnAddress target, String email, boolean refused, HttpStatus status) {
        var view = new ModelAndView("account/signIn", status);
        view.addObject("email", email);
        view.addObject("next", target.isHome() ? "" : target.path());
        view.addObject("refused", refused);
        return view;
    }

    private static ModelAndView to(ReturnAddress target) {
        return new ModelAndView("redirect:" + target.path());
    }
}
