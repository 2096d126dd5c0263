package org.threeshift.web.account;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Directory;
import org.threeshift.core.people.Directory.Search;
import org.threeshift.core.people.Directory.Show;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.Role;
import org.threeshift.core.people.ZoneQuestions;

/** Where an admin finds everybody and makes accounts. */
@Controller
final class PeopleController {
    private final People people;
    private final Directory directory;
    private final PersonPages pages;
    private final CurrentPerson currentPerson;
    private final Trail trail;

    private final ZoneQuestions zones;

    PeopleController(
            People people,
            Directory directory,
            PersonPages pages,
            CurrentPerson currentPerson,
            Trail trail,
            ZoneQuestions zones) {
        this.zones = zones;
        this.people = people;
        this.directory = directory;
        this.pages = pages;
        this.currentPerson = currentPerson;
        this.trail = trail;
    }

    /**
     * @param words beginnings of words of a name or an address
     * @param after the last one of the page before
     */
    @GetMapping("/people")
    ModelAndView list(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after) {
        var search = new Search(words.strip(), roleOf(role), showOf(show), PersonId.parse(after));
        return page(search, NewPerson.EMPTY, Complaints.NONE, HttpStatus.OK);
    }

    @PostMapping("/people")
    ModelAndView create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role) {
        NewPerson entered = new NewPerson(name, email, role);
        Optional<Role> known = roleOf(role);
        if (known.isEmpty()) {
            return refused(entered, new Complaints(List.of(Problem.ROLE_UNKNOWN)));
        }
        String zone = currentPerson.required().zone().getId();
        return switch (people.enrol(name, email, zone, known.get())) {
            case Outcome.Done(var person) -> {
                zones.ask(person.id());
                trail.add(
                        Deed.ACCOUNT_MADE,
                        Optional.of(currentPerson.required().id()),
                        Optional.of(person.id()),
                        Map.of("role", role));
                yield pages.withLink(person.id(), HttpStatus.CREATED);
            }
            case Outcome.Refused(var problems) -> refused(entered, new Complaints(problems));
        };
    }

    static Optional<Role> roleOf(String typed) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(typed))
                .findFirst();
    }

    private static Show showOf(String typed) {
        return Arrays.stream(Show.values())
                .filter(show -> show.name().equals(typed))
                .findFirst()
                .orElse(Show.ACCOUNTS);
    }

    private ModelAndView refused(NewPerson entered, Complaints complaints) {
        var everybody = new Search("", Optional.empty(), Show.ACCOUNTS, Optional.empty());
        return page(everybody, entered, complaints, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(Search search, NewPerson entered, Complaints complaints, HttpStatus status) {
        var view = new ModelAndView("account/people", status);
        view.addObject(
                "found", directory.search(currentPerson.required(), search).orElseThrow());
        view.addObject("search", search);
        view.addObject("entered", entered);
        view.addObject("complaints", complaints);
        view.addObject(
                "known",
                complaints.problems().contains(Problem.EMAIL_TAKEN)
                        ? people.findByEmail(entered.email())
                        : Optional.empty());
        return view;
    }
}
