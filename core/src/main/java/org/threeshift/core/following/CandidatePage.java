package org.threeshift.core.following;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.cohort.Cohort;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * A candidate as their coach sees them, beside what scorecards say.
 *
 * @param row      as in their cohort; absent for somebody who is in none of the coach's any more
 * @param cohorts  of the coach's in which they are, by name
 * @param promises that they made in answers, the newest first, at most {@link CandidatePages#PROMISES}
 * @param next     absent when there is no bank
 * @param people   whoever noted a promise
 */
public record CandidatePage(
        Optional<Row> row,
        List<Cohort> cohorts,
        List<Promise> promises,
        Optional<NextSession> next,
        Map<PersonId, Person> people) {
    public CandidatePage {
        cohorts = List.copyOf(cohorts);
        promises = List.copyOf(promises);
        people = Map.copyOf(people);
    }
}
