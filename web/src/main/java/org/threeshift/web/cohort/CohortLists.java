package org.threeshift.web.cohort;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.CohortPage;
import org.threeshift.core.cohort.Membership;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Standing;

/** Puts scorecards beside the members of a cohort, in two queries for all of them. */
@Component
final class CohortLists {
    private final Scorecards scorecards;

    CohortLists(Scorecards scorecards) {
        this.scorecards = scorecards;
    }

    /** Who is in it, by name, and who was, the last one to go first. */
    record Rows(List<MemberRow> members, List<MemberRow> former) {}

    Rows rows(CohortPage page, Person coach) {
        List<PersonId> everybody = Stream.concat(page.members().stream(), page.former().stream())
                .flatMap(one -> one.person().stream())
                .distinct()
                .toList();
        Map<PersonId, Integer> counts = scorecards.counts(coach.id(), everybody);
        Map<PersonId, Standing> standings = scorecards.standings(coach.id(), everybody).stream()
                .collect(Collectors.toMap(Standing::candidate, Function.identity()));
        Function<Membership, Stream<MemberRow>> row = one -> page.person(one).stream()
                .map(person -> new MemberRow(
                        one,
                        person,
                        counts.getOrDefault(person.id(), 0),
                        Optional.ofNullable(standings.get(person.id()))));
        return new Rows(
                page.members().stream()
                        .flatMap(row)
                        .sorted((one, other) -> Person.BY_NAME.compare(one.person(), other.person()))
                        .toList(),
                page.former().stream().flatMap(row).toList());
    }
}
