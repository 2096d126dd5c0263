package org.threeshift.web.account;

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
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.consent.Consents;
import org.threeshift.core.consent.Subject;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Role;
import org.threeshift.core.people.SetupLinks;
import org.threeshift.core.people.SetupLinks.Opened;
import org.threeshift.core.people.SetupLinks.Purpose;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** Makes the first admin of an installation, for whoever holds the link from the terminal. */
@Controller
final class SetUpController {
    private final SetupLinks links;
    private final People people;
    private final SignIn signIn;
    private final Trail trail;
    private final Consents consents;

    SetUpController(SetupLinks links, People people, SignIn signIn, Trail trail, Consents consents) {
        this.consents = consents;
        this.links = links;
        this.people = people;
        this.signIn = signIn;
        this.trail = trail;
    }

    @GetMapping("/setup/{token}")
    ModelAndView form(@PathVariable String token) {
        return open(token) instanceof Opened.Valid
                ? form("", "", Zones.here(), Complaints.NONE, HttpStatus.OK)
                : LinkOver.page("set-up", open(token));
    }

    @PostMapping("/setup/{token}")
    ModelAndView setUp(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordRepeated,
            @RequestParam(defaultValue = "") String zone,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!(open(token) instanceof Opened.Valid)) {
            return LinkOver.page("set-up", open(token));
        }
        Complaints complaints = Complaints.of(people.check(name, email, password, zone), password, passwordRepeated);
        if (complaints.any()) {
            return form(name, email, zone, complaints, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Outcome outcome = links.spend(
                new Token(token),
                Purpose.FIRST_ADMIN,
                nobody -> people.register(name, email, password, zone, Role.ADMIN));
        return switch (outcome) {
            case Outcome.Done(var admin) -> {
                trail.add(Deed.SET_UP, Optional.of(admin.id()), Optional.of(admin.id()), Map.of());
                consents.agree(admin.id(), Subject.ACCOUNT);
                ReturnAddress next =
                        signIn.as(admin, SignIn.Way.SET_UP, ReturnAddress.of("/people"), request, response);
                yield new ModelAndView("redirect:" + next.path());
            }
            case Outcome.Refused(var problems) ->
                form(name, email, zone, new Complaints(problems), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Whoever finds an admin there has come too late, whatever the link says. */
    private Opened open(String token) {
        Opened opened = links.open(new Token(token), Purpose.FIRST_ADMIN);
        return opened instanceof Opened.Valid && people.hasAdmin() ? new Opened.Used() : opened;
    }

    private static ModelAndView form(String name, String email, String zone, Complaints complaints, HttpStatus status) {
        var view = new ModelAndView("account/setUp", status);
        view.addObject("name", name);
        view.addObject("email", email);
        view.addObject("zone", zone);
        view.addObject("zones", Zones.choices());
        view.addObject("complaints", complaints);
        return view;
    }
}
