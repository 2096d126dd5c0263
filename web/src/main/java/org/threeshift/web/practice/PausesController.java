package org.threeshift.web.practice;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.reliability.Pauses;

/** A coach, on the page of a candidate, and an admin, on the page of a person, let somebody be matched again. */
@Controller
final class PausesController {
    private final Pauses pauses;
    private final CurrentPerson currentPerson;

    PausesController(Pauses pauses, CurrentPerson currentPerson) {
        this.pauses = pauses;
        this.currentPerson = currentPerson;
    }

    /** An admin has another page for it. */
    @PostMapping("/candidates/{id}/pause/lift")
    ModelAndView asCoach(@PathVariable String id) {
        if (currentPerson.required().role() == Role.ADMIN) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return lift(id, "redirect:/candidates/");
    }

    @PostMapping("/people/{id}/pause/lift")
    ModelAndView asAdmin(@PathVariable String id) {
        return lift(id, "redirect:/people/");
    }

    private ModelAndView lift(String id, String back) {
        PersonId person = PersonId.parse(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!pauses.lift(currentPerson.required(), person)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView(back + person);
    }
}
