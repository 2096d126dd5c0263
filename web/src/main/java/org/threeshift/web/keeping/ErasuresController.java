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
import org.threeshift.core.erasure.Erasure;
import org.threeshift.core.erasure.Erasures;
import org.threeshift.core.erasure.Erasures.Outcome;
import org.threeshift.core.erasure.Erasures.Stay;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.page.Texts;

/** Where an admin has somebody erased who asked for it, and sees what waits. */
@Controller
final class ErasuresController {
    private final Erasures erasures;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    ErasuresController(Erasures erasures, People people, CurrentPerson currentPerson, Texts texts) {
        this.erasures = erasures;
        this.people = people;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    /** @param done what was done just now: {@code stays} or empty */
    @GetMapping("/erasures")
    ModelAndView list(@RequestParam(defaultValue = "") String done) {
        return list(done, RefusedStay.NOTHING, HttpStatus.OK);
    }

    @GetMapping("/erasures/{id}")
    ModelAndView form(@PathVariable String id) {
        return form(person(id), "", "", HttpStatus.OK);
    }

    @PostMapping("/erasures/{id}")
    ModelAndView erase(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        Person person = person(id);
        return switch (erasures.ask(currentPerson.required(), person.id(), reason)) {
            case Outcome.Waiting _ -> new ModelAndView("redirect:/erasures");
            case Outcome.LastAdmin() -> refused(person, reason, "keeping.erasure.last-admin");
            case Outcome.ReasonTooShort() -> refused(person, reason, "keeping.erasures.too-short");
            case Outcome.ReasonTooLong() -> refused(person, reason, "keeping.erasures.too-long");
            case Outcome.NotThere() -> throw missing();
        };
    }

    @PostMapping("/erasures/{id}/call-off")
    ModelAndView callOff(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        PersonId person = person(id).id();
        return switch (erasures.callOff(currentPerson.required(), person, reason)) {
            case Stay.CalledOff() -> new ModelAndView("redirect:/erasures?done=stays");
            case Stay.OnlyThePerson() -> stays(person, reason, "keeping.erasures.only-they");
            case Stay.ReasonTooShort() -> stays(person, reason, "keeping.erasures.too-short");
            case Stay.ReasonTooLong() -> stays(person, reason, "keeping.erasures.too-long");
            case Stay.NotThere() -> throw missing();
        };
    }

    private ModelAndView stays(PersonId person, String reason, String key) {
        var refused = new RefusedStay(person.toString(), reason, texts.text(key));
        return list("", refused, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView list(String done, RefusedStay refused, HttpStatus status) {
        List<Erasure> waiting = erasures.waiting(currentPerson.required());
        var view = new ModelAndView("keeping/erasures", status);
        view.addObject("waiting", waiting);
        view.addObject("names", names(waiting));
        view.addObject("done", done);
        view.addObject("refused", refused);
        return view;
    }

    private ModelAndView refused(Person person, String reason, String key) {
        return form(person, reason, texts.text(key), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView form(Person person, String reason, String problem, HttpStatus status) {
        var view = new ModelAndView("keeping/erase", status);
        view.addObject("person", person);
        view.addObject("preview", erasures.preview(person));
        view.addObject("reason", reason);
        view.addObject("problem", problem);
        return view;
    }

    private Person person(String id) {
        return PersonId.parse(id).flatMap(people::find).orElseThrow(ErasuresController::missing);
    }

    private Map<PersonId, String> names(List<Erasure> waiting) {
        Set<PersonId> wanted = new HashSet<>();
        waiting.forEach(one -> {
            wanted.add(one.person());
            wanted.add(one.askedBy());
        });
        return people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
