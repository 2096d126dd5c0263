package org.threeshift.web.account;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Entry;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.ZoneQuestions;
import org.threeshift.web.security.ReturnAddress;

/** Where somebody's clock hangs, said by themselves once. */
@Controller
final class ZoneController {
    private final ZoneQuestions questions;
    private final CurrentPerson currentPerson;

    ZoneController(ZoneQuestions questions, CurrentPerson currentPerson) {
        this.questions = questions;
        this.currentPerson = currentPerson;
    }

    /** @param next the page that asked */
    @PostMapping("/account/zone")
    ModelAndView answer(@RequestParam(defaultValue = "") String zone, @RequestParam(defaultValue = "") String next) {
        Person person = currentPerson.required();
        Optional<ZoneId> known = Entry.zoneOf(zone);
        if (known.isEmpty()) {
            var view = new ModelAndView("account/clock", HttpStatus.UNPROCESSABLE_CONTENT);
            view.addObject("zone", person.zone());
            view.addObject("next", ReturnAddress.of(next).path());
            view.addObject("complaints", new Complaints(List.of(Problem.ZONE_UNKNOWN)));
            return view;
        }
        questions.answer(person, known.get());
        return new ModelAndView("redirect:" + ReturnAddress.of(next).path());
    }
}
