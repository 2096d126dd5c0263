package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Turns the id in a session into the person, afresh at each request: a changed role counts at once. Requests that need
 * nobody never ask.
 *
 * @param writable whether a sign-in may be stored here; the console only reads
 */
record PersonContexts(Function<HttpServletRequest, Optional<Person>> who, boolean writable)
        implements SecurityContextRepository {

    /** For pages and the API, whose requests carry the session. */
    static PersonContexts ofPages(People people) {
        return new PersonContexts(request -> inSession(request).flatMap(people::present), true);
    }

    /** For the console, which knows the session only by its cookie. */
    static PersonContexts ofConsole(ConsolePeople people) {
        return new PersonContexts(people::at, false);
    }

    /** For the live paths, which know the session only by its cookie, too: nobody reads there whom the database does not name. */
    static PersonContexts ofLivePaths(ConsolePeople people) {
        return new PersonContexts(people::certainly, false);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Loading(() -> load(request));
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it; nothing calls it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (!writable) {
            return;
        }
        Authentication authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson somebody) {
            request.getSession().setAttribute(Sessions.PERSON, somebody.getName());
            return;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(Sessions.PERSON);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return who.apply(request).isPresent();
    }

    private SecurityContext load(HttpServletRequest request) {
        return who.apply(request)
                .<SecurityContext>map(person -> new SecurityContextImpl(new SignedInPerson(person).authentication()))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    private static Optional<PersonId> inSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Sessions.person(session.getAttribute(Sessions.PERSON));
    }
}
