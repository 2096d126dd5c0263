package org.threeshift.web.keys;

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

/** Where an admin switches off the second factor of somebody who has lost app and recovery codes. */
@Controller
final class LostFactor {
    private final People people;
    private final SecondFactorSetUp setUp;
    private final CurrentPerson currentPerson;

    LostFactor(People people, SecondFactorSetUp setUp, CurrentPerson currentPerson) {
        this.people = people;
        this.setUp = setUp;
        this.currentPerson = currentPerson;
    }

    @PostMapping("/people/{id}/second-factor/off")
    String off(@PathVariable String id) {
        Person person = PersonId.parse(id)
                .flatMap(people::find)
                .filter(found -> !found.guest())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        setUp.removeFor(currentPerson.required(), person);
        return "redirect:/people";
    }
}
