package org.threeshift.web.page;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;

/** The front door: what Threeshift is for whoever is not signed in, the way home for everybody else. */
@Controller
final class Landing {
    private final ObjectProvider<CurrentPerson> currentPerson;

    Landing(ObjectProvider<CurrentPerson> currentPerson) {
        this.currentPerson = currentPerson;
    }

    @GetMapping("/")
    String open() {
        boolean member = Optional.ofNullable(currentPerson.getIfAvailable())
                .flatMap(CurrentPerson::get)
                .filter(person -> !person.guest())
                .map(Person::id)
                .isPresent();
        return member ? "redirect:/home" : "landing/landing";
    }
}
