package org.threeshift.web.security;

import java.security.Principal;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** The person behind a request, as the store knew them when the request began. Its name is the person's id. */
public record SignedInPerson(Person person) implements Principal {
    static final String GUEST = "GUEST";
    static final String MEMBER = "MEMBER";
    static final String ADMIN = "ADMIN";

    @Override
    public String getName() {
        return person.id().toString();
    }

    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, authorities());
    }

    /** Coaches and admins are members too; a guest is only that. */
    private List<GrantedAuthority> authorities() {
        if (person.guest()) {
            return AuthorityUtils.createAuthorityList("ROLE_" + GUEST);
        }
        return person.role() == Role.MEMBER
                ? AuthorityUtils.createAuthorityList("ROLE_" + MEMBER)
                : AuthorityUtils.createAuthorityList(
                        "ROLE_" + MEMBER, "ROLE_" + person.role().name());
    }
}
