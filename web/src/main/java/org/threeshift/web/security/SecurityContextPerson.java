package org.threeshift.web.security;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;

/** The person of the request that this thread serves, in pages and in the console alike. */
@Component
final class SecurityContextPerson implements CurrentPerson {
    private final SecurityContextHolderStrategy contexts;

    SecurityContextPerson(SecurityContextHolderStrategy contexts) {
        this.contexts = contexts;
    }

    @Override
    public Optional<Person> get() {
        Authentication authentication = contexts.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInPerson(Person person)
                ? Optional.of(person)
                : Optional.empty();
    }
}
