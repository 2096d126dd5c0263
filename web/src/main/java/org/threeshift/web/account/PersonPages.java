package org.threeshift.web.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.erasure.Erasure;
import org.threeshift.core.erasure.Erasures;
import org.threeshift.core.id.Token;
import org.threeshift.core.keys.Passkeys;
import org.threeshift.core.keys.SecondFactors;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Directory;
import org.threeshift.core.people.Directory.Details;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.SetupLinks;
import org.threeshift.core.reliability.Pauses;

/** The page of one person, as an admin sees it, with what an admin's wish came to. */
@Component
final class PersonPages {
    private static final Set<String> DONE =
            Set.of("role", "suspended", "readmitted", "sent", "merged", "second-factor");

    private final Directory directory;
    private final SetupLinks links;
    private final Pauses pauses;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Erasures erasures;
    private final People people;
    private final Mails mails;
    private final Trail trail;
    private final CurrentPerson currentPerson;
    private final InstantSource time;

    PersonPages(
            Directory directory,
            SetupLinks links,
            Pauses pauses,
            SecondFactors factors,
            Passkeys passkeys,
            Erasures erasures,
            People people,
            Mails mails,
            Trail trail,
            CurrentPerson currentPerson,
            InstantSource time) {
        this.directory = directory;
        this.links = links;
        this.pauses = pauses;
        this.factors = factors;
        this.passkeys = passkeys;
        this.erasures = erasures;
        this.people = people;
        this.mails = mails;
        this.trail = trail;
        this.currentPerson = currentPerson;
        this.time = time;
    }

    /** @param done what was done just now, as the address says it */
    ModelAndView show(PersonId id, String done) {
        return page(details(id), Optional.empty(), Wish.NONE, DONE.contains(done) ? done : "", HttpStatus.OK);
    }

    /** Before a guest becomes an account's: who both are. */
    ModelAndView confirming(PersonId guest, Person account, int interviews) {
        var view = new ModelAndView("account/merge");
        view.addObject("guest", details(guest).person());
        view.addObject("account", account);
        view.addObject("interviews", interviews);
        return view;
    }

    ModelAndView refused(PersonId id, Wish wish) {
        return page(details(id), Optional.empty(), wish, "", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Shown in the answer itself: a redirect would have to keep the secret somewhere. */
    ModelAndView withLink(PersonId id, HttpStatus status) {
        Details details = account(id);
        Token token = make(details.person());
        String url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/set-password/{token}")
                .buildAndExpand(token.text())
                .toUriString();
        return page(details, Optional.of(new PasswordLink(details.person(), url)), Wish.NONE, "", status);
    }

    /** Sends the link instead of showing it. */
    ModelAndView sendLink(PersonId id) {
        Person person = account(id).person();
        Token token = make(person);
        Instant now = time.instant();
        mails.post(new Mail(
                "password-link:" + person.id() + ":" + now,
                Topic.PASSWORD_LINK,
                person.email().orElseThrow(),
                Optional.of(person.id()),
                Map.of("by", currentPerson.required().name(), "link", "/set-password/" + token.text())));
        return new ModelAndView("redirect:/people/%s?done=sent".formatted(person.id()));
    }

    Details details(PersonId id) {
        return directory
                .find(currentPerson.required(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Details account(PersonId id) {
        Details details = details(id);
        if (details.person().guest()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return details;
    }

    private Token make(Person person) {
        trail.add(
                Deed.PASSWORD_LINK_MADE,
                Optional.of(currentPerson.required().id()),
                Optional.of(person.id()),
                Map.of());
        return links.forPassword(person.id());
    }

    private ModelAndView page(Details details, Optional<PasswordLink> link, Wish wish, String done, HttpStatus status) {
        var view = new ModelAndView("account/person", status);
        view.addObject("of", details);
        view.addObject(
                "reliability",
                pauses.seen(currentPerson.required(), details.person().id()));
        view.addObject("app", factors.standing(details.person().id()).map(SecondFactors.Standing::since));
        view.addObject("passkeys", passkeys.of(details.person().id()).size());
        Optional<Erasure> erasure = erasures.waiting(details.person().id());
        view.addObject("erasure", erasure);
        view.addObject(
                "asker",
                erasure.map(Erasure::askedBy)
                        .flatMap(people::find)
                        .map(Person::name)
                        .orElse(""));
        view.addObject("link", link);
        view.addObject("wish", wish);
        view.addObject("done", done);
        return view;
    }
}
