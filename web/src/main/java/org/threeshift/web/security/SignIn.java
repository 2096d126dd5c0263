package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;

/** Signs a person in, however they proved who they are: password, one-time link, invitation or demonstration. */
@Component
public class SignIn {
    private final PersonContexts contexts;
    private final SecurityContextHolderStrategy current;

    SignIn(People people, SecurityContextHolderStrategy current) {
        this.current = current;
        this.contexts = PersonContexts.ofPages(people);
    }

    /** In a new session: one that somebody else may know, or that was another person's, ends here. */
    public void as(Person person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        SecurityContext context = new SecurityContextImpl(new SignedInPerson(person).authentication());
        current.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
