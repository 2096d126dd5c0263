package org.threeshift.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.consent.Consents;
import org.threeshift.core.consent.Subject;
import org.threeshift.core.id.Token;
import org.threeshift.core.keys.KeyNews;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Entry;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.SetupLinks;
import org.threeshift.core.people.SetupLinks.Opened;
import org.threeshift.core.people.SetupLinks.Purpose;
import org.threeshift.core.people.ZoneQuestions;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.Sessions;
import org.threeshift.web.security.SignIn;

/** Sets a password by the one-time link that an admin handed over. */
@Controller
final class SetPasswordController {
    private final SetupLinks links;
    private final People people;
    private final SignIn signIn;
    private final Consents consents;
    private final Sessions sessions;
    private final Trail trail;
    private final KeyNews news;
    private final ZoneQuestions zones;

    SetPasswordController(
            SetupLinks links,
            People people,
            SignIn signIn,
            Sessions sessions,
            Trail trail,
            KeyNews news,
            ZoneQuestions zones,
            Consents consents) {
        this.zones = zones;
        this.news = news;
        this.consents = consents;
        this.links = links;
        this.people = people;
        this.signIn = signIn;
        this.sessions = sessions;
        this.trail = trail;
    }

    @GetMapping("/set-password/{token}")
    ModelAndView form(@PathVariable String token) {
        Opened opened = open(token);
        return opened instanceof Opened.Valid(Optional<PersonId> id)
                ? form(person(id), person(id).zone().getId(), Complaints.NONE, HttpStatus.OK)
                : LinkOver.page("set-password", opened);
    }

    @PostMapping("/set-password/{token}")
    ModelAndView set(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordRepeated,
            @RequestParam(defaultValue = "") String zone,
            HttpServletRequest request,
            HttpServletResponse response) {
        Opened opened = open(token);
        if (!(opened instanceof Opened.Valid(Optional<PersonId> id))) {
            return LinkOver.page("set-password", opened);
        }
        Person person = person(id);
        String named = zone.isBlank() || known(person) ? person.zone().getId() : zone;
        List<Problem> problems = new ArrayList<>(people.checkPassword(person, password));
        Entry.zone(named).ifPresent(problems::add);
        Complaints complaints = Complaints.of(problems, password, passwordRepeated);
        if (complaints.any()) {
            return form(person, named, complaints, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Outcome outcome =
                links.spend(new Token(token), Purpose.SET_PASSWORD, somebody -> people.setPassword(person, password));
        return switch (outcome) {
            case Outcome.Done(var _) -> {
                if (!zone.isBlank()) {
                    Entry.zoneOf(named).ifPresent(clock -> zones.answer(person, clock));
                }
                sessions.endOthers(person.id(), request);
                trail.add(Deed.PASSWORD_SET, Optional.of(person.id()), Optional.of(person.id()), Map.of("way", "link"));
                news.tell(person, Topic.PASSWORD_SET, Map.of("link", "/forgot"));
                consents.agree(person.id(), Subject.ACCOUNT);
                ReturnAddress next = signIn.as(person, SignIn.Way.LINK, ReturnAddress.of(""), request, response);
                yield new ModelAndView("redirect:" + next.path());
            }
            case Outcome.Refused(var refused) ->
                form(person, named, new Complaints(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Opened open(String token) {
        return links.open(new Token(token), Purpose.SET_PASSWORD);
    }

    private Person person(Optional<PersonId> id) {
        return id.flatMap(people::find)
                .orElseThrow(() -> new IllegalStateException("a password link names somebody unknown"));
    }

    /** Whether they have been here before: whoever made the account knew nothing of their clock. */
    private boolean known(Person person) {
        return people.hasPassword(person.id());
    }

    private ModelAndView form(Person person, String zone, Complaints complaints, HttpStatus status) {
        var view = new ModelAndView("account/setPassword", status);
        view.addObject("person", person);
        view.addObject("asksZone", !known(person));
        view.addObject("zone", zone);
        view.addObject("zones", Zones.choices());
        view.addObject("complaints", complaints);
        return view;
    }
}
