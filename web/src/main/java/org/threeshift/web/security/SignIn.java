package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;

/** Signs a person in, however they proved who they are: password, one-time link, invitation or demonstration. */
@Component
public class SignIn {
    private final PersonContexts contexts;
    private final SecurityContextHolderStrategy current;
    private final Browsers browsers;
    private final Trail trail;

    /** How somebody proved who they are. Names are stored in the audit trail, so that none is ever changed. */
    public enum Way {
        PASSWORD,
        SET_UP,
        LINK,
        INVITATION,
        ACCOUNT_MADE,
        DEMONSTRATION;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    SignIn(People people, SecurityContextHolderStrategy current, Browsers browsers, Trail trail) {
        this.current = current;
        this.browsers = browsers;
        this.trail = trail;
        this.contexts = PersonContexts.ofPages(people);
    }

    /** In a new session: one that somebody else may know, or that was another person's, ends here. */
    public void as(Person person, Way way, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        SecurityContext context = new SecurityContextImpl(new SignedInPerson(person).authentication());
        current.setContext(context);
        contexts.saveContext(context, request, response);
        browsers.remember(person, request, response);
        trail.add(Deed.SIGNED_IN, Optional.of(person.id()), Optional.of(person.id()), Map.of("way", way.code()));
    }
}
