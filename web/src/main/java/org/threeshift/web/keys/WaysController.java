package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.keys.KeyNews;
import org.threeshift.core.keys.Passkeys;
import org.threeshift.core.keys.SecondFactors;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.web.account.Complaints;
import org.threeshift.web.security.Sessions;
import org.threeshift.web.security.SignIn;

/** The ways in to one's own account. */
@Controller
final class WaysController {
    private static final Set<String> SAVED = Set.of(
            "password",
            "passkey",
            "passkey-name",
            "passkey-removed",
            "second-factor-removed",
            "recovery-code",
            "provider",
            "provider-removed");
    private static final Set<String> REFUSED = Set.of(
            "passkey",
            "last-passkey",
            "other-address",
            "anothers",
            "another-identity",
            "address-not-confirmed",
            "provider",
            "provider-away",
            "offer-over");

    private final People people;
    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final LinkedProviders providers;
    private final CurrentPerson currentPerson;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Trail trail;
    private final KeyNews news;

    WaysController(
            People people,
            Passkeys passkeys,
            SecondFactors factors,
            LinkedProviders providers,
            CurrentPerson currentPerson,
            Sessions sessions,
            SignIn signIn,
            Trail trail,
            KeyNews news) {
        this.people = people;
        this.passkeys = passkeys;
        this.factors = factors;
        this.providers = providers;
        this.currentPerson = currentPerson;
        this.sessions = sessions;
        this.signIn = signIn;
        this.trail = trail;
        this.news = news;
    }

    /**
     * @param saved   what was changed just now, such as {@code password}; or empty
     * @param refused what was not, such as {@code passkey}; or empty
     */
    @GetMapping("/account/ways")
    ModelAndView show(@RequestParam(defaultValue = "") String saved, @RequestParam(defaultValue = "") String refused) {
        ModelAndView page = page(currentPerson.required(), Complaints.NONE, HttpStatus.OK);
        page.addObject("saved", SAVED.contains(saved) ? "keys.saved." + saved : "");
        page.addObject("refused", REFUSED.contains(refused) ? "keys.refused." + refused : "");
        return page;
    }

    /** Asks for the current password, or, of somebody who has none, to have shown lately who they are. */
    @PostMapping("/account/password")
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String currentPassword,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        Person person = currentPerson.required();
        boolean first = !people.hasPassword(person.id());
        if (first && !signIn.recent(request)) {
            return new ModelAndView(ConfirmController.FIRST);
        }
        Outcome outcome =
                first ? people.setPassword(person, password) : people.changePassword(person, currentPassword, password);
        return switch (outcome) {
            case Outcome.Done(var _) -> {
                sessions.endOthers(person.id(), request);
                news.tell(person, Topic.OWN_PASSWORD_CHANGED, Map.of("link", "/forgot"));
                trail.add(
                        Deed.PASSWORD_SET,
                        Optional.of(person.id()),
                        Optional.of(person.id()),
                        Map.of("way", "password"));
                yield new ModelAndView("redirect:/account/ways?saved=password");
            }
            case Outcome.Refused(var problems) ->
                page(person, new Complaints(problems), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView page(Person person, Complaints complaints, HttpStatus status) {
        Optional<SecondFactors.Standing> factor = factors.standing(person.id());
        var view = new ModelAndView("keys/ways", status);
        view.addObject("person", person);
        view.addObject("password", people.hasPassword(person.id()));
        view.addObject("passkeys", passkeys.of(person.id()));
        view.addObject("factor", factor);
        view.addObject("required", factors.required(person.role()));
        view.addObject("providers", providers.of(person.id()));
        view.addObject("complaints", complaints);
        view.addObject("saved", "");
        view.addObject("refused", "");
        return view;
    }
}
