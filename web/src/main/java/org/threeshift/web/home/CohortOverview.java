package org.threeshift.web.home;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.Cohort;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.scorecard.GapChart;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Standing;

/** A coach's cohorts, a line a candidate. */
@Component
public final class CohortOverview {
    /** So many rows of all cohorts together keep home well below 100 kB; the others are a click away. */
    static final int ROWS = 24;

    private static final int LEAST = 3;

    private final Cohorts cohorts;
    private final Scorecards scorecards;

    CohortOverview(Cohorts cohorts, Scorecards scorecards) {
        this.cohorts = cohorts;
        this.scorecards = scorecards;
    }

    /** None for whoever is no coach. */
    List<CohortCard> of(Person person) {
        if (person.role() != Role.COACH) {
            return List.of();
        }
        List<Cohort> followed = cohorts.of(person.id());
        int each = Math.max(LEAST, ROWS / Math.max(1, followed.size()));
        List<PersonId> members = followed.stream()
                .flatMap(cohort -> cohort.members().stream().limit(each))
                .map(Person::id)
                .distinct()
                .toList();
        Map<PersonId, Integer> held = scorecards.counts(person.id(), members);
        Map<PersonId, Standing> standings = scorecards.standings(person.id(), members).stream()
                .collect(Collectors.toMap(Standing::candidate, Function.identity()));
        return followed.stream()
                .map(cohort -> card(cohort, each, held, standings))
                .toList();
    }

    private static CohortCard card(
            Cohort cohort, int each, Map<PersonId, Integer> held, Map<PersonId, Standing> standings) {
        return new CohortCard(
                cohort.id(),
                cohort.name(),
                cohort.members().size(),
                cohort.members().stream()
                        .limit(each)
                        .map(member -> new Row(
                                cohort.id(),
                                member,
                                held.getOrDefault(member.id(), 0),
                                Optional.ofNullable(standings.get(member.id()))))
                        .toList());
    }

    /**
     * A cohort by name, its candidates by theirs.
     *
     * @param all  how many they are
     * @param rows the first of them
     */
    public record CohortCard(CohortId id, String name, int all, List<Row> rows) {
        public CohortCard {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One candidate.
     *
     * @param cohort     in which of the coach's cohorts this row stands: somebody may be in two
     * @param interviews how many scorecards the coach may see
     * @param standing   where they stand by the newest of them
     */
    public record Row(CohortId cohort, Person member, int interviews, Optional<Standing> standing) {
        /** The thin form of the gap chart: markup of our own making, safe to show as it is. */
        public Optional<String> gap() {
            return standing.map(latest -> GapChart.of("cohort-" + cohort.value() + "-" + member.id(), false, latest)
                    .row());
        }
    }
}
