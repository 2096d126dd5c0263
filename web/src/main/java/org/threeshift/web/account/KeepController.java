package org.threeshift.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** Makes an account of a guest, who thereby keeps the interview and its scorecard. */
@Controller
final class KeepController {
    private final People people;
    private final CurrentPerson currentPerson;
    private final SignIn signIn;

    KeepController(People people, CurrentPerson currentPerson, SignIn signIn) {
        this.people = people;
        this.currentPerson = currentPerson;
        this.signIn = signIn;
    }

    @GetMapping("/account/keep")
    ModelAndView form(@RequestParam(defaultValue = "") String next) {
        return form(currentPerson.required(), "", ReturnAddress.of(next), Complaints.NONE, HttpStatus.OK);
    }

    @PostMapping("/account/keep")
    ModelAndView keep(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Person guest = currentPerson.required();
        ReturnAddress target = ReturnAddress.of(next);
        return switch (people.keepGuest(guest.id(), email, password)) {
            case Outcome.Done(var member) -> {
                signIn.as(member, SignIn.Way.ACCOUNT_MADE, request, response);
                yield new ModelAndView("redirect:" + target.path());
            }
            case Outcome.Refused(var problems) ->
                form(guest, email, target, new Complaints(problems), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView form(
            Person guest, String email, ReturnAddress target, Complaints complaints, HttpStatus status) {
        var view = new ModelAndView("account/keep", status);
        view.addObject("guest", guest);
        view.addObject("email", email);
        view.addObject("next", target.isHome() ? "" : target.path());
        view.addObject("complaints", complaints);
        return view;
    }
}
