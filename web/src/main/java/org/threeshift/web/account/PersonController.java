package org.threeshift.web.account;

import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.interview.Merges;
import org.threeshift.core.interview.Merges.Merged;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Directory;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.Role;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.Sessions;

/** What an admin does to one person: role, suspension, a link for the password, making one of a guest and an account. */
@Controller
@RequestMapping("/people/{id}")
final class PersonController {
    private final Directory directory;
    private final Merges merges;
    private final PersonPages pages;
    private final Sessions sessions;
    private final Texts texts;
    private final CurrentPerson currentPerson;

    PersonController(
            Directory directory,
            Merges merges,
            PersonPages pages,
            Sessions sessions,
            Texts texts,
            CurrentPerson currentPerson) {
        this.directory = directory;
        this.merges = merges;
        this.pages = pages;
        this.sessions = sessions;
        this.texts = texts;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String done) {
        return pages.show(person(id), done);
    }

    @PostMapping("/password-link")
    ModelAndView link(@PathVariable String id, @RequestParam(defaultValue = "") String send) {
        return send.isEmpty() ? pages.withLink(person(id), HttpStatus.CREATED) : pages.sendLink(person(id));
    }

    @PostMapping("/role")
    ModelAndView role(@PathVariable String id, @RequestParam(defaultValue = "") String role) {
        Optional<Role> known = PeopleController.roleOf(role);
        if (known.isEmpty()) {
            return pages.refused(person(id), new Wish("role", role, Problem.ROLE_UNKNOWN.sentence()));
        }
        return after(id, directory.appoint(currentPerson.required(), person(id), known.get()), "role");
    }

    /** Whoever is suspended is signed out everywhere at once. */
    @PostMapping("/suspend")
    ModelAndView suspend(@PathVariable String id) {
        Outcome outcome = directory.suspend(currentPerson.required(), person(id));
        if (outcome instanceof Outcome.Done) {
            sessions.endAll(person(id));
        }
        return after(id, outcome, "suspended");
    }

    @PostMapping("/readmit")
    ModelAndView readmit(@PathVariable String id) {
        return after(id, directory.readmit(currentPerson.required(), person(id)), "readmitted");
    }

    /**
     * Names both people first, because it cannot be undone.
     *
     * @param email of the account that the guest turned out to be
     * @param sure  whether both were named already
     */
    @PostMapping("/merge")
    ModelAndView merge(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String sure) {
        boolean merging = sure.equals("yes");
        Person admin = currentPerson.required();
        return switch (merging ? merges.merge(admin, person(id), email) : merges.preview(admin, person(id), email)) {
            case Merged.Done(var account, var interviews) -> {
                if (!merging) {
                    yield pages.confirming(person(id), account, interviews);
                }
                sessions.endAll(person(id));
                yield new ModelAndView("redirect:/people/%s?done=merged".formatted(account.id()));
            }
            case Merged.Refused(var reason) ->
                pages.refused(
                        person(id),
                        new Wish(
                                "merge",
                                email,
                                texts.text("account.merge."
                                        + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
            case Merged.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private ModelAndView after(String id, Outcome outcome, String done) {
        return switch (outcome) {
            case Outcome.Done(var person) ->
                new ModelAndView("redirect:/people/%s?done=%s".formatted(person.id(), done));
            case Outcome.Refused(var problems) -> {
                if (problems.contains(Problem.PERSON_UNKNOWN)) {
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                }
                yield pages.refused(
                        person(id),
                        new Wish(
                                done.equals("role") ? "role" : "suspend",
                                "",
                                problems.getFirst().sentence()));
            }
        };
    }

    private static PersonId person(String id) {
        return PersonId.parse(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
