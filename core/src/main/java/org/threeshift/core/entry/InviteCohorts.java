package org.threeshift.core.entry;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.Cohort;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Membership.About;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** What invitations need of cohorts. */
@Component
final class InviteCohorts {
    private final Cohorts cohorts;
    /** Which itself sends invitations, so that it is asked for late. */
    private final ObjectProvider<Coaching> coaching;

    private final People people;

    InviteCohorts(Cohorts cohorts, ObjectProvider<Coaching> coaching, People people) {
        this.cohorts = cohorts;
        this.coaching = coaching;
        this.people = people;
    }

    /** A coach into cohorts that they follow, an admin into every one that goes on. */
    boolean mayInvite(Person by, CohortId cohort) {
        return by.role() == Role.ADMIN ? cohorts.invitedTo(cohort).isPresent() : follows(by, cohort);
    }

    private boolean follows(Person coach, CohortId cohort) {
        return cohorts.coaches(coach.id(), cohort);
    }

    /** Absent when it has ended. */
    Optional<String> name(CohortId cohort) {
        return cohorts.invitedTo(cohort).map(Cohort::name);
    }

    /**
     * Asks somebody in who has just come, unless whoever invited them follows the cohort no more. They join it themselves. An admin
     * follows none: then it is its owner who asks.
     */
    void ask(PersonId by, CohortId cohort, Person person) {
        people.find(by)
                .flatMap(inviting -> inviting.role() == Role.ADMIN
                        ? cohorts.invitedTo(cohort).map(Cohort::owner).flatMap(people::find)
                        : Optional.of(inviting))
                .ifPresent(coach ->
                        coaching.getObject().ask(coach, cohort, person.email().orElseThrow(), About.NOTHING));
    }
}
