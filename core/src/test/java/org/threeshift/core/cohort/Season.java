package org.threeshift.core.cohort;

import java.time.Instant;
import org.threeshift.core.cohort.Membership.About;
import org.threeshift.core.people.Person;

/** A cohort that has gone on for long: its members agreed before anything that a test tells of. */
public final class Season {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T10:00:00Z");

    private Season() {}

    public static CohortId of(Coaching coaching, Cohorts cohorts, Person coach, String name, Person... members) {
        if (!(coaching.open(coach, name, LONG_AGO) instanceof Outcome.Done(var cohort))) {
            throw new IllegalStateException(coach.name() + " makes no cohort");
        }
        for (Person member : members) {
            expectDone(coaching.ask(coach, cohort, member.email().orElseThrow(), About.NOTHING, LONG_AGO));
            expectDone(cohorts.join(member, cohort, Agreement.CURRENT, LONG_AGO));
        }
        return cohort;
    }

    private static void expectDone(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(outcome.toString());
        }
    }
}
