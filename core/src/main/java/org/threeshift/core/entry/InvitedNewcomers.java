package org.threeshift.core.entry;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Newcomers;
import org.threeshift.core.mail.Unwanted;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** Whom a coach asks into a cohort and nobody knows gets an invitation to the installation. */
@Component
final class InvitedNewcomers implements Newcomers {
    private final Invites invites;
    private final Unwanted unwanted;

    InvitedNewcomers(Invites invites, Unwanted unwanted) {
        this.invites = invites;
        this.unwanted = unwanted;
    }

    @Override
    public boolean invite(Person by, String email, CohortId cohort) {
        end(cohort, Optional.of(email));
        return invites.invite(by, Optional.of(email), Role.MEMBER, Optional.of(cohort)) instanceof Invites.Made.Done;
    }

    @Override
    public Set<String> unwanted(Collection<String> emails) {
        return unwanted.among(emails);
    }

    @Override
    public void end(CohortId cohort, Optional<String> email) {
        invites.revoke(cohort, email);
    }
}
