package org.threeshift.core.following;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.CohortPage;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * The candidates of a cohort, for its coaches: the same number of queries for five of them and for two hundred. Which interviews
 * count is decided by {@link Cohorts} alone. To everybody else there is nothing there.
 */
@Service
public class Following {
    private final Coaching coaching;
    private final Cohorts cohorts;
    private final PostgresSittings sittings;
    private final InstantSource time;

    Following(Coaching coaching, Cohorts cohorts, PostgresSittings sittings, InstantSource time) {
        this.coaching = coaching;
        this.cohorts = cohorts;
        this.sittings = sittings;
        this.time = time;
    }

    /** A cohort, and where its candidates stand. */
    public record Progress(CohortPage cohort, Roster roster) {}

    /** Absent for whoever does not follow the cohort. An archived one has those who were in it. */
    public Optional<Progress> progress(Person coach, CohortId cohort, Filter filter, Order order, boolean reversed) {
        return coaching.find(cohort, coach)
                .map(page -> new Progress(page, Roster.of(rows(coach, page), filter, order, reversed)));
    }

    private List<Row> rows(Person coach, CohortPage page) {
        List<Member> members = Member.of(page);
        Set<PersonId> wanted =
                members.stream().map(member -> member.person().id()).collect(Collectors.toUnmodifiableSet());
        Instant now = time.instant();
        Map<PersonId, List<Sitting>> latest = sittings.latest(of(wanted, cohorts.sights(coach.id())), Followed.DEPTH);
        Map<PersonId, Activity> activity = sittings.activity(of(wanted, cohorts.sightsOfUnpublished(coach.id())), now);
        return members.stream()
                .map(member -> new Followed(
                        member.person(),
                        member.since(),
                        latest.getOrDefault(member.person().id(), List.of()),
                        Optional.ofNullable(activity.get(member.person().id()))))
                .map(candidate -> new Row(candidate, Rule.findings(candidate, now)))
                .toList();
    }

    static List<Sight> of(Set<PersonId> wanted, List<Sight> sights) {
        return sights.stream().filter(sight -> wanted.contains(sight.person())).toList();
    }
}
