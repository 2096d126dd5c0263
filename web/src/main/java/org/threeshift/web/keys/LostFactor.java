package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.threeshift.core.keys.SecondFactorSetUp;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.security.SignIn;

/** Where an admin switches off the second factor of somebody who has lost app and recovery codes. */
@Controller
final class LostFactor {
    private final People people;
    private final SecondFactorSetUp setUp;
    private final CurrentPerson currentPerson;
    private final SignIn signIn;

    LostFactor(People people, SecondFactorSetUp setUp, CurrentPerson currentPerson, SignIn signIn) {
        this.people = people;
        this.setUp = setUp;
        this.currentPerson = currentPerson;
        this.signIn = signIn;
    }

    @PostMapping("/people/{id}/second-factor/off")
    String off(@PathVariable String id, HttpServletRequest request) {
        Person person = PersonId.parse(id)
                .flatMap(people::find)
                .filter(found -> !found.guest())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String page = "/people/" + person.id();
        if (!signIn.recent(request)) {
            return "redirect:/account/confirm?next=" + page;
        }
        return "redirect:" + page + (setUp.removeFor(currentPerson.required(), person) ? "?done=second-factor" : "");
    }
}
