package org.threeshift.web.audit;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.audit.AuditTrail;
import org.threeshift.core.audit.Place;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;

/** What everybody may read of the trail: who saw what of theirs, and what they did themselves. */
@Controller
final class OwnTrailController {
    private final AuditTrail audit;
    private final AuditLines lines;
    private final CurrentPerson currentPerson;

    OwnTrailController(AuditTrail audit, AuditLines lines, CurrentPerson currentPerson) {
        this.audit = audit;
        this.lines = lines;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/account/trail")
    ModelAndView show(@RequestParam(defaultValue = "") String after) {
        Person person = currentPerson.required();
        AuditTrail.Page page = audit.own(person, Place.parse(after));
        var view = new ModelAndView("audit/own");
        view.addObject("rows", lines.forOwner(page.lines(), person));
        view.addObject("next", page.next().map(Place::toString).orElse(""));
        return view;
    }
}
