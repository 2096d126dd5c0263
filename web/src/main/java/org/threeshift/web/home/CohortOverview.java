package org.threeshift.web.home;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.InterviewIndex.Entry;
import org.threeshift.core.people.Cohort;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** A coach's cohorts, a line a candidate. */
@Component
public final class CohortOverview {
    private static final int LOOKED_BACK = 500;

    private final People people;
    private final InterviewIndex index;

    CohortOverview(People people, InterviewIndex index) {
        this.people = people;
        this.index = index;
    }

    /** None for whoever is no coach. */
    List<CohortCard> of(Person person) {
        if (person.role() != Role.COACH) {
            return List.of();
        }
        List<Cohort> cohorts = people.cohortsOf(person.id());
        List<PersonId> members = cohorts.stream()
                .flatMap(cohort -> cohort.members().stream())
                .map(Person::id)
                .distinct()
                .toList();
        Map<PersonId, List<Entry>> held = index.publishedOf(members, LOOKED_BACK).stream()
                .filter(entry -> entry.candidate().isPresent())
                .collect(Collectors.groupingBy(entry -> entry.candidate().orElseThrow()));
        return cohorts.stream().map(cohort -> card(cohort, held)).toList();
    }

    private static CohortCard card(Cohort cohort, Map<PersonId, List<Entry>> held) {
        return new CohortCard(
                cohort.name(),
                cohort.members().stream()
                        .map(member -> row(member, held.getOrDefault(member.id(), List.of())))
                        .toList());
    }

    private static Row row(Person member, List<Entry> held) {
        return new Row(member, held.size(), held.stream().findFirst());
    }

    /** A cohort by name, its candidates by theirs. */
    public record CohortCard(String name, List<Row> rows) {
        public CohortCard {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One candidate.
     *
     * @param interviews how many were published
     * @param latest     the newest of them
     */
    public record Row(Person member, int interviews, Optional<Entry> latest) {
        public Optional<Instant> last() {
            return latest.flatMap(Entry::publishedAt);
        }
    }
}
