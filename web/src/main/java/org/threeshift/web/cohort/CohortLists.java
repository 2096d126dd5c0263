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

/** Puts scorecards beside the members of a cohort, a page at a time, in two queries for all of them. */
@Component
final class CohortLists {
    private final Scorecards scorecards;

    CohortLists(Scorecards scorecards) {
        this.scorecards = scorecards;
    }

    /** So many rows stay below 100 kB. */
    static final int ROWS = 40;

    /**
     * Who is in it, by name, and who was, the last one to go first: a page of the one list after the other.
     *
     * @param page  from 1 to {@code pages}
     */
    record Rows(List<MemberRow> members, List<MemberRow> former, int page, int pages) {}

    /** @param wanted the page, from 1; beyond the last it is the last */
    Rows rows(CohortPage page, Person coach, int wanted) {
        List<Membership> members = page.members().stream()
                .filter(one -> page.person(one).isPresent())
                .sorted((one, other) -> Person.BY_NAME.compare(
                        page.person(one).orElseThrow(), page.person(other).orElseThrow()))
                .toList();
        List<Membership> all =
                Stream.concat(members.stream(), page.former().stream()).toList();
        int pages = Math.max(1, Math.ceilDiv(all.size(), ROWS));
        int at = Math.clamp(wanted, 1, pages);
        List<Membership> shown = all.stream().skip((at - 1L) * ROWS).limit(ROWS).toList();
        List<PersonId> everybody =
                shown.stream().flatMap(one -> one.person().stream()).distinct().toList();
        Map<PersonId, Integer> counts = scorecards.counts(coach.id(), everybody);
        Map<PersonId, Standing> standings = scorecards.standings(coach.id(), everybody).stream()
                .collect(Collectors.toMap(Standing::candidate, Function.identity()));
        Function<Membership, Stream<MemberRow>> row = one -> page.person(one).stream()
                .map(person -> new MemberRow(
                        one,
                        person,
                        counts.getOrDefault(person.id(), 0),
                        Optional.ofNullable(standings.get(person.id()))));
        long in = Math.clamp(members.size() - (at - 1L) * ROWS, 0L, (long) ROWS);
        return new Rows(
                shown.stream().limit(in).flatMap(row).toList(),
                shown.stream().skip(in).flatMap(row).toList(),
                at,
                pages);
    }
}
