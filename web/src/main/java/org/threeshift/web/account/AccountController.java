package org.threeshift.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import org.threeshift.web.security.Sessions;

/** A person's own name, time zone and password. */
@Controller
final class AccountController {
    private final People people;
    private final CurrentPerson currentPerson;
    private final Sessions sessions;

    AccountController(People people, CurrentPerson currentPerson, Sessions sessions) {
        this.people = people;
        this.currentPerson = currentPerson;
        this.sessions = sessions;
    }

    /** @param saved which of the two forms was saved just now: {@code details}, {@code password} or empty */
    @GetMapping("/account")
    ModelAndView show(@RequestParam(defaultValue = "") String saved) {
        Person person = currentPerson.required();
        return page(person, person.name(), person.zone().getId(), Complaints.NONE, saved, HttpStatus.OK);
    }

    @PostMapping("/account")
    ModelAndView change(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String zone) {
        Person person = currentPerson.required();
        return switch (people.change(person, name, zone)) {
            case Outcome.Done(var _) -> new ModelAndView("redirect:/account?saved=details");
            case Outcome.Refused(var problems) ->
                page(person, name, zone, new Complaints(problems), "", HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/account/password")
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String currentPassword,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordRepeated,
            HttpServletRequest request) {
        Person person = currentPerson.required();
        Complaints repeated = Complaints.of(List.of(), password, passwordRepeated);
        if (repeated.any()) {
            return refused(person, repeated);
        }
        return switch (people.changePassword(person, currentPassword, password)) {
            case Outcome.Done(var _) -> {
                sessions.endOthers(person.id(), request);
                yield new ModelAndView("redirect:/account?saved=password");
            }
            case Outcome.Refused(var problems) -> refused(person, new Complaints(problems));
        };
    }

    private static ModelAndView refused(Person person, Complaints complaints) {
        return page(person, person.name(), person.zone().getId(), complaints, "", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(
            Person person, String name, String zone, Complaints complaints, String saved, HttpStatus status) {
        var view = new ModelAndView("account/account", status);
        view.addObject("person", person);
        view.addObject("name", name);
        view.addObject("zone", zone);
        view.addObject("zones", Zones.choices());
        view.addObject("complaints", complaints);
        view.addObject("saved", saved);
        return view;
    }
}
