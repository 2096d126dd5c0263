package org.threeshift.web.keys;

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
import org.threeshift.web.account.Complaints;
import org.threeshift.web.security.Sessions;

/** The ways in to one's own account. */
@Controller
final class WaysController {
    private final People people;
    private final CurrentPerson currentPerson;
    private final Sessions sessions;

    WaysController(People people, CurrentPerson currentPerson, Sessions sessions) {
        this.people = people;
        this.currentPerson = currentPerson;
        this.sessions = sessions;
    }

    /** @param saved what was changed just now: {@code password} or empty */
    @GetMapping("/account/ways")
    ModelAndView show(@RequestParam(defaultValue = "") String saved) {
        return page(currentPerson.required(), Complaints.NONE, saved, HttpStatus.OK);
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
                yield new ModelAndView("redirect:/account/ways?saved=password");
            }
            case Outcome.Refused(var problems) -> refused(person, new Complaints(problems));
        };
    }

    private static ModelAndView refused(Person person, Complaints complaints) {
        return page(person, complaints, "", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(Person person, Complaints complaints, String saved, HttpStatus status) {
        var view = new ModelAndView("keys/ways", status);
        view.addObject("person", person);
        view.addObject("complaints", complaints);
        view.addObject("saved", saved);
        return view;
    }
}
