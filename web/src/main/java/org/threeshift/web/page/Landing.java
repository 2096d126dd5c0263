package org.threeshift.web.page;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Registration;
import org.threeshift.core.settings.Settings;

/** The front door: what Threeshift is for whoever is not signed in, the way home for everybody else. */
@Controller
final class Landing {
    private final ObjectProvider<CurrentPerson> currentPerson;
    private final ObjectProvider<Settings> settings;

    Landing(ObjectProvider<CurrentPerson> currentPerson, ObjectProvider<Settings> settings) {
        this.currentPerson = currentPerson;
        this.settings = settings;
    }

    @GetMapping("/")
    ModelAndView open() {
        boolean member = Optional.ofNullable(currentPerson.getIfAvailable())
                .flatMap(CurrentPerson::get)
                .filter(person -> !person.guest())
                .map(Person::id)
                .isPresent();
        return member ? new ModelAndView("redirect:/home") : landing();
    }

    private ModelAndView landing() {
        var view = new ModelAndView("landing/landing");
        Registration registration = Optional.ofNullable(settings.getIfAvailable())
                .map(Settings::current)
                .orElse(Installation.FRESH)
                .registration();
        view.addObject("registration", registration);
        return view;
    }
}
