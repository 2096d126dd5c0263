package org.threeshift.web.account;

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

/** A person's own name and time zone. */
@Controller
final class AccountController {
    private final People people;
    private final CurrentPerson currentPerson;

    AccountController(People people, CurrentPerson currentPerson) {
        this.people = people;
        this.currentPerson = currentPerson;
    }

    /** @param saved {@code details} when the form was saved just now */
    @GetMapping("/account")
    ModelAndView show(@RequestParam(defaultValue = "") String saved) {
        Person person = currentPerson.required();
        return page(person.name(), person.zone().getId(), Complaints.NONE, saved.equals("details"), HttpStatus.OK);
    }

    @PostMapping("/account")
    ModelAndView change(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String zone) {
        Person person = currentPerson.required();
        return switch (people.change(person, name, zone)) {
            case Outcome.Done(var _) -> new ModelAndView("redirect:/account?saved=details");
            case Outcome.Refused(var problems) ->
                page(name, zone, new Complaints(problems), false, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView page(
            String name, String zone, Complaints complaints, boolean saved, HttpStatus status) {
        var view = new ModelAndView("account/account", status);
        view.addObject("name", name);
        view.addObject("zone", zone);
        view.addObject("zones", Zones.choices());
        view.addObject("complaints", complaints);
        view.addObject("saved", saved);
        return view;
    }
}
