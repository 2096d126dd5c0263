package org.threeshift.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends what this node holds of a console once its person is signed in there no more, so that whoever comes next in the same
 * browser finds a console of their own.
 */
final class ConsoleOwner extends OncePerRequestFilter {
    private static final String OWNER = "threeshift.console.owner";

    private final SecurityContextHolderStrategy current;

    ConsoleOwner(SecurityContextHolderStrategy current) {
        this.current = current;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String person = person(current.getContext().getAuthentication());
        HttpSession before = request.getSession(false);
        if (before != null && before.getAttribute(OWNER) instanceof String owner && !owner.equals(person)) {
            before.invalidate();
        }
        chain.doFilter(request, response);
        HttpSession after = request.getSession(false);
        if (after != null && after.getAttribute(OWNER) == null && !person.isEmpty()) {
            after.setAttribute(OWNER, person);
        }
    }

    private static String person(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedInPerson somebody
                ? somebody.getName()
                : "";
    }
}
