package org.threeshift.web.account;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.Role;
import org.threeshift.core.people.SetupLinks;

/** Where an admin sees everybody and makes accounts. A new person sets their password by a link that is shown once. */
@Controller
final class PeopleController {
    private final People people;
    private final SetupLinks links;
    private final CurrentPerson currentPerson;
    private final Trail trail;

    PeopleController(People people, SetupLinks links, CurrentPerson currentPerson, Trail trail) {
        this.people = people;
        this.links = links;
        this.currentPerson = currentPerson;
        this.trail = trail;
    }

    @GetMapping("/people")
    ModelAndView list() {
        return page(NewPerson.EMPTY, Complaints.NONE, Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/people")
    ModelAndView create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role) {
        NewPerson entered = new NewPerson(name, email, role);
        Optional<Role> known = roleOf(role);
        if (known.isEmpty()) {
            return page(
                    entered,
                    new Complaints(List.of(Problem.ROLE_UNKNOWN)),
                    Optional.empty(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String zone = currentPerson.required().zone().getId();
        return switch (people.enrol(name, email, zone, known.get())) {
            case Outcome.Done(var person) -> {
                note(Deed.ACCOUNT_MADE, person, Map.of("role", role));
                yield withLink(person, HttpStatus.CREATED);
            }
            case Outcome.Refused(var problems) ->
                page(entered, new Complaints(problems), Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/people/{id}/password-link")
    ModelAndView link(@PathVariable String id) {
        return withLink(
                find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), HttpStatus.CREATED);
    }

    /** Shown in the answer itself: a redirect would have to keep the secret somewhere. */
    private ModelAndView withLink(Person person, HttpStatus status) {
        Token token = links.forPassword(person.id());
        note(Deed.PASSWORD_LINK_MADE, person, Map.of());
        String url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/set-password/{token}")
                .buildAndExpand(token.text())
                .toUriString();
        return page(NewPerson.EMPTY, Complaints.NONE, Optional.of(new PasswordLink(person, url)), status);
    }

    private void note(Deed deed, Person person, Map<String, String> detail) {
        trail.add(deed, Optional.of(currentPerson.required().id()), Optional.of(person.id()), detail);
    }

    private Optional<Person> find(String id) {
        return PersonId.parse(id).flatMap(people::find).filter(person -> !person.guest());
    }

    private static Optional<Role> roleOf(String typed) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(typed))
                .findFirst();
    }

    private ModelAndView page(
            NewPerson entered, Complaints complaints, Optional<PasswordLink> link, HttpStatus status) {
        var view = new ModelAndView("account/people", status);
        view.addObject("members", people.members());
        view.addObject("entered", entered);
        view.addObject("complaints", complaints);
        view.addObject("link", link);
        return view;
    }
}
