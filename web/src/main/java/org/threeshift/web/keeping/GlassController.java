package org.threeshift.web.keeping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.scorecard.Glass;
import org.threeshift.core.scorecard.Glass.Outcome;
import org.threeshift.web.page.Texts;

/** Where an admin looks into one interview, with a reason that its candidate is told. */
@Controller
final class GlassController {
    private final Glass glass;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    GlassController(Glass glass, People people, CurrentPerson currentPerson, Texts texts) {
        this.glass = glass;
        this.people = people;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    @GetMapping("/glass")
    ModelAndView show(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String interview) {
        return page(name, interview, "", "", HttpStatus.OK);
    }

    @PostMapping("/glass/{id}")
    ModelAndView look(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String name) {
        InterviewId interview = InterviewId.parse(id).orElseThrow(GlassController::missing);
        return switch (glass.breakFor(interview, currentPerson.required(), reason)) {
            case Outcome.Broken _ -> new ModelAndView("redirect:/scorecards/" + interview);
            case Outcome.ReasonTooShort() -> refused(name, id, reason, texts.text("keeping.glass.too-short"));
            case Outcome.ReasonTooLong() -> refused(name, id, reason, texts.text("keeping.glass.too-long"));
            case Outcome.NotThere() -> throw missing();
        };
    }

    private ModelAndView refused(String name, String interview, String reason, String problem) {
        return page(name, interview, reason, problem, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** @param chosen the interview whose form stands open; empty for none */
    private ModelAndView page(String name, String chosen, String reason, String problem, HttpStatus status) {
        Person admin = currentPerson.required();
        List<Glass.Looked> latest = glass.latest(admin);
        var view = new ModelAndView("keeping/glass", status);
        view.addObject("name", name);
        view.addObject("chosen", chosen);
        view.addObject("reason", reason);
        view.addObject("problem", problem);
        view.addObject("candidates", glass.candidates(admin, name));
        view.addObject("latest", latest);
        view.addObject("names", names(latest));
        return view;
    }

    private Map<PersonId, String> names(List<Glass.Looked> latest) {
        Set<PersonId> wanted = new HashSet<>();
        latest.forEach(one -> wanted.add(one.broken().admin()));
        return people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
