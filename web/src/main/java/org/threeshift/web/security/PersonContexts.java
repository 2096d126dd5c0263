package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.threeshift.core.people.Person;

/**
 * Turns the id in a session into the person, afresh at each request: a changed role counts at once. Requests that need
 * nobody never ask. Who is signed in is written by {@link SignIn} alone.
 *
 * @param writable whether a sign-out may be stored here; the console only reads
 */
record PersonContexts(Function<HttpServletRequest, Optional<Person>> who, boolean writable)
        implements SecurityContextRepository {

    /** For pages and the API, whose requests carry the session. */
    static PersonContexts ofPages(Admission admission) {
        return new PersonContexts(request -> SignIn.held(request).flatMap(admission::admit), true);
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
        HttpSession session = writable && context.getAuthentication() == null ? request.getSession(false) : null;
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
}
