package org.threeshift.web.cohort;

import static org.threeshift.web.cohort.CohortAnswers.after;
import static org.threeshift.web.cohort.CohortAnswers.cohort;
import static org.threeshift.web.cohort.CohortAnswers.deed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortPage;
import org.threeshift.core.cohort.Refusal;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.web.page.Choice;

/** A cohort's name, its coaches and its end. */
@Controller
@RequestMapping("/cohorts/{id}")
final class CohortSettingsController {
    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    private final Coaching coaching;
    private final People people;
    private final CurrentPerson currentPerson;

    CohortSettingsController(Coaching coaching, People people, CurrentPerson currentPerson) {
        this.coaching = coaching;
        this.people = people;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/settings")
    ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String done) {
        return page(id, Optional.empty(), "", Optional.empty(), deed(done));
    }

    @PostMapping("/name")
    ModelAndView rename(@PathVariable String id, @RequestParam(defaultValue = "") String name) {
        return after(
                coaching.rename(currentPerson.required(), cohort(id), name),
                "/cohorts/{id}/settings",
                "renamed",
                refusal -> page(id, Optional.of(name), "name", Optional.of(refusal), ""));
    }

    @PostMapping("/coaches")
    ModelAndView share(@PathVariable String id, @RequestParam(defaultValue = "") String coach) {
        return after(
                coaching.share(currentPerson.required(), cohort(id), person(coach)),
                "/cohorts/{id}/settings",
                "shared",
                refusal -> page(id, Optional.empty(), "coach", Optional.of(refusal), ""));
    }

    @PostMapping("/coaches/take-off")
    ModelAndView takeOff(@PathVariable String id, @RequestParam(defaultValue = "") String coach) {
        Person person = currentPerson.required();
        boolean oneself = person(coach).equals(person.id());
        return after(
                coaching.takeOff(person, cohort(id), person(coach)),
                oneself ? "/cohorts" : "/cohorts/{id}/settings",
                "taken-off",
                refusal -> page(id, Optional.empty(), "coaches", Optional.of(refusal), ""));
    }

    @PostMapping("/coaches/pass-on")
    ModelAndView passOn(@PathVariable String id, @RequestParam(defaultValue = "") String coach) {
        return after(
                coaching.passOn(currentPerson.required(), cohort(id), person(coach)),
                "/cohorts/{id}/settings",
                "passed-on",
                refusal -> page(id, Optional.empty(), "coaches", Optional.of(refusal), ""));
    }

    @PostMapping("/archive")
    ModelAndView archive(@PathVariable String id) {
        return after(
                coaching.archive(currentPerson.required(), cohort(id)),
                "/cohorts/{id}",
                "archived",
                refusal -> page(id, Optional.empty(), "archive", Optional.of(refusal), ""));
    }

    /** @param field which part of the page the refusal belongs to */
    private ModelAndView page(String id, Optional<String> name, String field, Optional<Refusal> refusal, String done) {
        CohortPage found = coaching.find(cohort(id), currentPerson.required()).orElseThrow(CohortAnswers::notThere);
        var view = new ModelAndView(
                "cohort/settings", refusal.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("of", found);
        view.addObject("name", name.orElse(found.cohort().name()));
        view.addObject("others", others(found));
        view.addObject("field", field);
        view.addObject("error", refusal.map(Refusal::sentence).orElse(""));
        view.addObject("done", done);
        return view;
    }

    /** Coaches who do not follow it yet. */
    private List<Choice> others(CohortPage page) {
        return people.members().stream()
                .filter(person -> person.role() == Role.COACH && !person.suspended())
                .filter(person ->
                        page.coaches().stream().noneMatch(one -> one.id().equals(person.id())))
                .map(person -> new Choice(person.id().toString(), person.name()))
                .toList();
    }

    private static PersonId person(String id) {
        return PersonId.parse(id).orElse(NOBODY);
    }
}
