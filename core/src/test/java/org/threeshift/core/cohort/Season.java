package org.threeshift.core.cohort;

import java.time.Instant;
import org.threeshift.core.cohort.Membership.About;
import org.threeshift.core.people.Person;

/** A cohort that has gone on for long: its members agreed before anything that a test tells of. */
public final class Season {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T10:00:00Z");

    private Season() {}

    public static CohortId of(Coaching coaching, Cohorts cohorts, Person coach, String name, Person... members) {
        return of(coaching, cohorts, coach, name, LONG_AGO, members);
    }

    /** @param agreed when they were asked and said yes */
    public static CohortId of(
            Coaching coaching, Cohorts cohorts, Person coach, String name, Instant agreed, Person... members) {
        if (!(coaching.open(coach, name, agreed) instanceof Outcome.Done(var cohort))) {
            throw new IllegalStateException(coach.name() + " makes no cohort");
        }
        for (Person member : members) {
            expectDone(coaching.ask(coach, cohort, member.email().orElseThrow(), About.NOTHING, agreed));
            expectDone(cohorts.join(member, cohort, Agreement.CURRENT, agreed));
        }
        return cohort;
    }

    private static void expectDone(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(outcome.toString());
        }
    }
}
