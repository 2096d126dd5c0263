package org.threeshift.web.account;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.people.People;

/** Where to wait after a demonstration's first start: its people are made in some seconds, all at once. */
@Controller
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class DemonstrationComing {
    static final String PATH = "/demonstration";

    private static final String SECONDS = "2";

    private final People people;

    DemonstrationComing(People people) {
        this.people = people;
    }

    /** Loads itself again until they are there. */
    @GetMapping(PATH)
    ModelAndView show(HttpServletResponse response) {
        if (people.findByEmail("coach@demo.threeshift.example").isPresent()) {
            return new ModelAndView("redirect:/");
        }
        // Nobody comes to a house in which others live already.
        if (!people.members().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setHeader("Refresh", SECONDS);
        return new ModelAndView("landing/coming");
    }
}
