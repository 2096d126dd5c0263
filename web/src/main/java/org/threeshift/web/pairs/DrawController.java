package org.threeshift.web.pairs;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.pairs.Draws;
import org.threeshift.core.pairs.Draws.Planned;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.account.Zones;

/** Where an admin says when the weekly draw is held, and has one held now. */
@Controller
@RequestMapping("/draws")
final class DrawController {
    private final Draws draws;
    private final CurrentPerson currentPerson;

    DrawController(Draws draws, CurrentPerson currentPerson) {
        this.draws = draws;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String said) {
        return page(PlanForm.of(draws.plan()), Set.of(), said.equals("planned") || said.equals("asked") ? said : "");
    }

    @PostMapping
    ModelAndView ask() {
        if (!draws.ask(currentPerson.required())) {
            throw missing();
        }
        return new ModelAndView("redirect:/draws?said=asked");
    }

    @PostMapping("/plan")
    ModelAndView plan(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String zone) {
        Person admin = currentPerson.required();
        return switch (draws.plan(admin, day, at, zone)) {
            case Planned.Done _ -> new ModelAndView("redirect:/draws?said=planned");
            case Planned.Refused(var fields) -> page(new PlanForm(day, at, zone), fields, "");
            case Planned.NotThere _ -> throw missing();
        };
    }

    private ModelAndView page(PlanForm form, Set<String> wrong, String said) {
        List<Draws.Held> held = draws.held(currentPerson.required()).orElseThrow(DrawController::missing);
        var view = new ModelAndView("pairs/draws", wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("form", form);
        view.addObject("wrong", wrong);
        view.addObject("said", said);
        view.addObject("held", held);
        view.addObject("next", draws.next());
        view.addObject("zones", Zones.choices());
        return view;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
